let context: AudioContext | null = null;
let timer: ReturnType<typeof setInterval> | undefined;

const EVERY_MS = 1_500;
const LENGTH_S = 0.15;
/** Soft: a twentieth of full volume. */
const VOLUME = 0.05;

/**
 * A soft beep now and then, as fake alerts do loudly. Only where the person ticked "with sound"; nothing where the browser
 * gives no sound.
 */
export function startBeeping(): void {
  try {
    context ??= new AudioContext();
  } catch {
    return; // Web Audio can be switched off; the exercise is the same in silence
  }
  beep();
  timer = setInterval(beep, EVERY_MS);
}

/** Silence. */
export function stopBeeping(): void {
  clearInterval(timer);
  timer = undefined;
}

function beep(): void {
  if (!context) return;
  const gain = new GainNode(context, { gain: VOLUME });
  const tone = new OscillatorNode(context, { frequency: 660 });
  tone.connect(gain).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + LENGTH_S);
}
