/** What keeps the embedded database from starting; its message is one line for the operator that says what to do next. */
export class EmbeddedPostgresError extends Error {}
