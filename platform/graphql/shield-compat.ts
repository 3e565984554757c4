import util from 'node:util';

// graphql-shield 7.6 calls util.isUndefined, which Node 23 removed. Imported before it, and only for that.
if (!('isUndefined' in util)) Object.assign(util, { isUndefined: (value: unknown) => value === undefined });
