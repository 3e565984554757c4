let tearDown: () => Promise<void> = () => Promise.resolve();

/** Hands what the setup of a run started over to its teardown, which Jest loads in the same process. */
export function setTearDown(work: () => Promise<void>): void {
  tearDown = work;
}

export function runTearDown(): Promise<void> {
  return tearDown();
}
