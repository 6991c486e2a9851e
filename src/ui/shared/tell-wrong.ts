import { tellIn } from './parts';

/**
 * Says below a field what is wrong with it, '' where nothing is. Who hears the page finds the reason at the field later, too.
 * @param trouble the place of the sentence, which has an id
 */
export function tellWrong(control: HTMLElement, trouble: HTMLElement, words: string): void {
  tellIn(trouble, words);
  control.setAttribute('aria-invalid', String(words !== ''));
  const told = control.getAttribute('aria-describedby')?.split(' ') ?? [];
  const others = told.filter((id) => id !== trouble.id);
  control.setAttribute('aria-describedby', [...others, ...(words === '' ? [] : [trouble.id])].join(' '));
}
