/** Tells the parent process where this one listens, and answers what it has used. */
export function announce(port: number): void;
