let failure: unknown = null;

/** Notes why the page that is being rendered failed; what fails while that is handled is no cause. */
export function noteFailure(error: unknown): void {
  failure ??= error;
}

/** The reason of the last failure, given away once. */
export function takeFailure(): unknown {
  const taken = failure;
  failure = null;
  return taken;
}
