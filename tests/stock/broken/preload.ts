// Loaded by a process before the product: node --require …/preload.ts, with the mistake's name in STOCK_MISTAKE.
import { breakTheBuild } from './broken-build';

breakTheBuild(process.env['STOCK_MISTAKE'] ?? '');
