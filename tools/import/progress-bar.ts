const WIDTH = 32;

/** A line that fills while work goes on; where nobody watches a terminal, one line every tenth. */
export class ProgressBar {
  #done = 0;
  readonly #started = Date.now();

  constructor(
    private readonly total: number,
    private readonly output: NodeJS.WriteStream,
  ) {}

  advance(): void {
    this.#done++;
    if (this.output.isTTY) this.output.write(`\r${this.#line()}${this.#done === this.total ? '\n' : ''}`);
    else if (this.#done === this.total || this.#done % Math.ceil(this.total / 10) === 0)
      this.output.write(`${this.#line()}\n`);
  }

  #line(): string {
    const filled = Math.round((this.#done / this.total) * WIDTH);
    const seconds = (Date.now() - this.#started) / 1000;
    const rate = seconds > 0 ? Math.round(this.#done / seconds) : 0;
    return `  ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${this.#done}/${this.total}  ${rate} rows/s `;
  }
}
