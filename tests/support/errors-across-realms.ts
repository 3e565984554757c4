import { types } from 'node:util';

// Jest runs each test file in a realm of its own, in which an error made by Node itself (ENOENT, ECONNREFUSED) is no
// `instanceof Error`, while in production it is. This makes both alike; subclasses keep the ordinary rule.
const ordinary = Function.prototype[Symbol.hasInstance];
Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, candidate: unknown): boolean {
    return ordinary.call(this, candidate) || (this === Error && types.isNativeError(candidate));
  },
});
