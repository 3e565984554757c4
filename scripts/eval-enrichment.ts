// How well the built-in classifier knows products that it has never seen: npm run eval:enrichment
import { commandLine, noArguments } from '../platform/process/command-line';
import { Classifier } from '../subgraphs/enrichment/builtin/classifier';
import { evaluate, type Evaluation } from '../subgraphs/enrichment/builtin/evaluation';
import type { LabelledProduct } from '../subgraphs/enrichment/builtin/labelled-product';
import { STANDARD_CATEGORIES } from '../subgraphs/enrichment/builtin/standard-categories';
import { TEST_PRODUCTS } from '../subgraphs/enrichment/builtin/test-products';
import { TRAINING_PRODUCTS } from '../subgraphs/enrichment/builtin/training-products';

/** Accuracy that the built-in classifier is held to. */
const GOAL = 0.85;

/** Of nothing there is no share. */
const percent = (share: number): string =>
  (Number.isNaN(share) ? 'none' : `${(share * 100).toFixed(1)} %`).padStart(8);

function line(what: string, { products, accuracy, coverage, precision }: Evaluation): string {
  const figures = [accuracy, coverage, precision].map(percent);
  return `${what.padEnd(28)} ${String(products).padStart(8)} ${figures.map((text) => text.padStart(10)).join(' ')}`;
}

const USAGE = `Usage: npm run eval:enrichment

  Asks the built-in classifier about products that it has never seen; ends with 1 when the goal of accuracy is missed.`;

commandLine(USAGE, noArguments);
const classifier = Classifier.standard().learn(TRAINING_PRODUCTS);
const test = evaluate(classifier, TEST_PRODUCTS);
const of = (matches: (product: LabelledProduct) => boolean): Evaluation =>
  evaluate(classifier, TEST_PRODUCTS.filter(matches));

console.log(
  `The built-in classifier has learned from ${TRAINING_PRODUCTS.length} products and is asked about ${TEST_PRODUCTS.length} others.\n`,
);
console.log(`${''.padEnd(28)} products   accuracy   coverage  precision`);
console.log(line('all', test));
console.log(
  line(
    'English',
    of(({ language }) => language === 'en'),
  ),
);
console.log(
  line(
    'Spanish',
    of(({ language }) => language === 'es'),
  ),
);
console.log();
for (const name of STANDARD_CATEGORIES)
  console.log(
    line(
      name,
      of(({ category }) => category === name),
    ),
  );
console.log('\naccuracy: right of all, where Uncategorized is right for what belongs nowhere');
console.log(
  'coverage: given a category, of those that have one; precision: right, of those given a category\n',
);
console.log('confused (expected → given):');
for (const { expected, given, names } of test.confusions) {
  console.log(`  ${expected} → ${given}: ${names.join('; ')}`);
}
const reached = test.accuracy >= GOAL;
console.log(
  `\nThe goal of ${percent(GOAL).trim()} is ${reached ? 'reached' : 'missed'}: ${percent(test.accuracy).trim()}.`,
);
process.exitCode = reached ? 0 : 1;
