/** Where `npm start` serves the API on this machine, unless told otherwise. */
export const LOCAL_API = `http://localhost:${process.env['PORT'] ?? '4000'}/graphql`;
