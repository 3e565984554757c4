import type { Random } from '../random';
import { Tally, type Answer, type Line, type Shop } from '../shop';
import { Recorder, type Effects } from './recorder';
import { adjusted, cancelled, confirmed, read, refused, reserved, sold } from './sku';

/** Chances of what a client does next, in hundredths; the rest of them only look. */
const SELL = 30;
const PURCHASE = SELL + 20;
const SETTLE = PURCHASE + 18;
const ADJUST = SETTLE + 10;

const NOTHING: Effects = new Map();

/** A purchase that nobody has confirmed or cancelled yet. */
interface Waiting {
  readonly id: string;
  readonly lines: readonly Line[];
}

/** Clients of one shop who do this and that, and the history of what they were answered. */
export class Visit {
  readonly recorder = new Recorder();
  readonly tally = new Tally();
  /** Purchases that two clients wanted to confirm and to cancel at the same time, and those where not exactly one won. */
  races = 0;
  undecidedRaces = 0;
  readonly #waiting: Waiting[] = [];

  constructor(
    private readonly shop: Shop,
    private readonly random: Random,
    private readonly products: readonly string[],
  ) {}

  async doSomething(): Promise<void> {
    const lot = this.random.whole(1, 100);
    if (lot <= SELL) return void (await this.#order('sell'));
    if (lot <= PURCHASE) return this.#purchase();
    if (lot <= SETTLE) return this.#settle();
    if (lot <= ADJUST) return this.#adjust();
    return this.#look();
  }

  async #order(what: 'sell' | 'purchase'): Promise<{ answer: Answer; lines: Line[] }> {
    const { random } = this;
    const lines = random
      .shuffle(this.products)
      .slice(0, random.whole(1, 2))
      .map((productId) => ({ productId, quantity: random.whole(1, 4) }));
    const answer = await this.#ask(what, { input: { lines } }, (given) => {
      if (given.outcome === 'InsufficientStock') return new Map([[given.productId ?? '', refused(given)]]);
      return given.outcome === 'Order' ? each(lines, what === 'sell' ? sold : reserved) : NOTHING;
    });
    return { answer, lines };
  }

  async #purchase(): Promise<void> {
    const { answer, lines } = await this.#order('purchase');
    if (answer.id !== undefined) this.#waiting.push({ id: answer.id, lines });
  }

  /** Somebody confirms or cancels, or two people do both at the same time. */
  async #settle(): Promise<void> {
    const [purchase] = this.#waiting.splice(this.random.whole(0, Math.max(0, this.#waiting.length - 1)), 1);
    if (purchase === undefined) return this.#look();
    const lot = this.random.whole(1, 3);
    const answers = await Promise.all([
      ...(lot === 1 ? [] : [this.#end('confirm', 'COMPLETED', purchase)]),
      ...(lot === 2 ? [] : [this.#end('cancel', 'CANCELLED', purchase)]),
    ]);
    if (answers.length < 2) return;
    this.races += 1;
    if (answers.filter(({ outcome }) => outcome === 'Order').length !== 1) this.undecidedRaces += 1;
  }

  #end(what: 'confirm' | 'cancel', to: string, { id, lines }: Waiting): Promise<Answer> {
    return this.#ask(what, { id }, ({ outcome, status }) => {
      if (outcome !== 'Order' || status !== to) return NOTHING;
      return each(lines, what === 'confirm' ? confirmed : cancelled);
    });
  }

  async #adjust(): Promise<void> {
    const productId = this.random.pick(this.products);
    const delta = this.random.pick([-3, -2, -1, 2, 4, 9]);
    await this.#ask('adjust', { input: { productId, delta, reason: 'Counted' } }, (given) => {
      if (given.outcome === 'InsufficientStock') return new Map([[productId, refused(given)]]);
      return given.outcome === 'Product' ? new Map([[productId, adjusted(delta)]]) : NOTHING;
    });
  }

  async #look(): Promise<void> {
    const productId = this.random.pick(this.products);
    await this.recorder.note(
      'look',
      () => this.shop.stock(productId),
      (stock) => new Map([[productId, read(stock)]]),
    );
  }

  async #ask(
    what: 'sell' | 'purchase' | 'confirm' | 'cancel' | 'adjust',
    variables: object,
    effectsOf: (answer: Answer) => Effects,
  ): Promise<Answer> {
    const title = `${what} ${JSON.stringify(variables)}`;
    const answer = await this.recorder.note(title, () => this.shop.ask(what, variables), effectsOf);
    this.tally.add(answer);
    return answer;
  }
}

function each(lines: readonly Line[], effect: (quantity: number) => ReturnType<typeof sold>): Effects {
  return new Map(lines.map(({ productId, quantity }) => [productId, effect(quantity)]));
}
