const REPAINT_MS = 500;
const SIGN_OF_LIFE_MS = 20_000;

/** Where progress is shown; a terminal gets one line that is painted again and again. */
export interface ProgressOutput {
  write(text: string): unknown;
  isTTY?: boolean | undefined;
}

/** Shows the steps of a long start, each with the time that it took. */
export class Progress {
  readonly #output: ProgressOutput;
  #timer: NodeJS.Timeout | null = null;
  #title = '';
  #detail = '';
  #startedAt = 0;

  constructor(output: ProgressOutput) {
    this.#output = output;
  }

  /**
   * Does one step and shows it.
   *
   * @param title - What is done, such as `Start the CMS`.
   * @param work - May tell details of its state while it goes on.
   */
  async step<T>(title: string, work: (tell: (detail: string) => void) => Promise<T>): Promise<T> {
    this.#title = title;
    this.#detail = '';
    this.#startedAt = performance.now();
    if (this.#output.isTTY !== true) this.#output.write(`… ${title}\n`);
    const intervalMs = this.#output.isTTY === true ? REPAINT_MS : SIGN_OF_LIFE_MS;
    this.#timer = setInterval(() => {
      this.#paint('…');
    }, intervalMs);
    let isDone = false;
    try {
      const result = await work((detail) => {
        this.#detail = detail;
      });
      isDone = true;
      return result;
    } finally {
      clearInterval(this.#timer);
      this.#timer = null;
      this.#detail = '';
      this.#paint(isDone ? '✓' : '✗');
      if (this.#output.isTTY === true) this.#output.write('\n');
    }
  }

  /** Writes a line above the step that is going on. */
  line(text: string): void {
    const isPainting = this.#timer !== null && this.#output.isTTY === true;
    this.#output.write(`${isPainting ? '\r\u001b[K' : ''}${text}\n`);
  }

  #paint(mark: string): void {
    const seconds = ((performance.now() - this.#startedAt) / 1000).toFixed(1);
    const detail = this.#detail === '' ? '' : ` – ${this.#detail}`;
    const text = `${mark} ${this.#title} (${seconds} s)${detail}`;
    this.#output.write(this.#output.isTTY === true ? `\r\u001b[K${text}` : `${text}\n`);
  }
}
