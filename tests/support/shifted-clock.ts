const RealDate = Date;
let offsetMs = 0;

class ShiftedDate extends RealDate {
  constructor(...args: unknown[]) {
    if (args.length === 0) super(ShiftedDate.now());
    else super(...(args as [number]));
  }

  static override now(): number {
    return RealDate.now() + offsetMs;
  }
}

/** Moves this process's clock, as a wrong time server would: by so much from the right time. */
export function shiftClock(ms: number): void {
  offsetMs = ms;
  globalThis.Date = ShiftedDate as DateConstructor;
}
