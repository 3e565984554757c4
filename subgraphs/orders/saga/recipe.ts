import { confirmReservationStep } from './confirm-reservation';
import { releaseStockStep } from './release-stock';
import { reserveStockStep } from './reserve-stock';
import { takeStockStep } from './take-stock';

/**
 * The steps of an order. `orders.step` records what is done next, in a transaction of its own, before anything is sent to
 * inventory; every request there is idempotent by order, so a step whose outcome is unknown can be sent again.
 *
 *   sell        TAKE ────┬─ taken ────▶ COMPLETED, with its number
 *                        ├─ refused ──▶ RELEASE ──▶ gone (its refusal stays the answer to the idempotency key)
 *                        └─ unknown ──▶ RELEASE ──▶ gone (its key is free again)
 *
 *   purchase    RESERVE ─┬─ reserved ─▶ AWAIT
 *                        ├─ refused ──▶ RELEASE ──▶ gone
 *                        └─ unknown ──▶ RELEASE ──▶ gone
 *
 *   AWAIT       confirmed by a person ▶ CONFIRM ─┬─ units left ────────────────▶ COMPLETED, with its number
 *                                                ├─ reservation had expired ───▶ CANCELLED
 *                                                └─ unknown ──▶ CONFIRM again, until inventory answers
 *               cancelled by a person ▶ RELEASE ──▶ CANCELLED
 *               expired, says inventory ──────────▶ CANCELLED
 *               expired, and nothing was heard ───▶ RELEASE ──▶ CANCELLED
 *
 * RELEASE is repeated until inventory answers; it also stops a take or reservation that is still on its way. A refusal is
 * released too: an earlier copy of the same request may have been held up by the network and find stock later.
 *
 * Whoever asked is told only what is recorded. What a crash left at TAKE or RESERVE is undone and never finished: nobody
 * waits for it any more, and the person was not told that it was sold. What it left at CONFIRM or RELEASE is finished,
 * for there a person decided about an order that exists.
 */
export const STEPS = {
  TAKE: takeStockStep,
  RESERVE: reserveStockStep,
  CONFIRM: confirmReservationStep,
  RELEASE: releaseStockStep,
} as const;
