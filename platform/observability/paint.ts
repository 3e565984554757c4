import { styleText } from 'node:util';

/** Text styled for a terminal; plain where nobody looks at one, or asked for none (https://no-color.org). */
export function paint(format: Parameters<typeof styleText>[0], text: string): string {
  return process.stdout.isTTY && !process.env['NO_COLOR'] ? styleText(format, text) : text;
}
