import { paint } from '../../platform/observability/paint';
import type { Figure } from './scenario';

const BAR = 24;

/** Figures of one scenario as aligned lines; what is not as it must be is marked. */
export function table(title: string, figures: readonly Figure[]): string {
  const what = Math.max(0, ...figures.map((figure) => figure.what.length));
  const value = Math.max(0, ...figures.map((figure) => figure.value.length));
  const lines = figures.map((figure) => {
    const mark = figure.must === null ? ' ' : figure.ok ? '✓' : '✗';
    const must = figure.must === null || (figure.ok && figure.must === figure.value) ? '' : figure.must;
    const line = `  ${mark} ${figure.what.padEnd(what)}  ${figure.value.padStart(value)}`;
    return `${line}${must === '' ? '' : `  (must be ${must})`}`;
  });
  return [title, ...lines].join('\n');
}

/** One line that is drawn again and again on a terminal; elsewhere nothing. */
export class ProgressBar {
  #drawnAt = 0;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly title: string,
  ) {}

  draw(done: number, of: number): void {
    if (!this.stream.isTTY || Date.now() - this.#drawnAt < 50) return;
    this.#drawnAt = Date.now();
    const full = Math.round((BAR * done) / Math.max(1, of));
    const bar = `${'█'.repeat(full)}${paint('dim', '░'.repeat(BAR - full))}`;
    this.stream.write(`\r\x1b[K${bar} ${done}/${of}  ${this.title}`);
  }

  clear(): void {
    if (this.stream.isTTY) this.stream.write('\r\x1b[K');
  }
}
