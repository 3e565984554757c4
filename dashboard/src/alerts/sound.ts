const MUTED = 'bodega.muted';

let audio: AudioContext | undefined;
let mutedHere = false;

/** Whether this browser keeps quiet. */
export function isMuted(): boolean {
  try {
    return localStorage.getItem(MUTED) === '1';
  } catch {
    return mutedHere;
  }
}

export function setMuted(muted: boolean): void {
  mutedHere = muted;
  try {
    localStorage.setItem(MUTED, muted ? '1' : '0');
  } catch {
    // For as long as the page is open, then.
  }
}

/** Two soft tones, made here: no file is loaded. Browsers keep silent until somebody has touched the page. */
export function playAlert(): void {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume();
  const start = audio.currentTime;
  for (const [index, frequency] of [660, 880].entries()) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const at = start + index * 0.14;
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.12, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.3);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.32);
  }
}
