const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n, us: 1_000n, µs: 1_000n, μs: 1_000n, ms: 1_000_000n, s: 1_000_000_000n, m: 60_000_000_000n, h: 3_600_000_000_000n,
};
const PART = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/gy;
const LONGEST = 2n ** 63n;

/** Nanoseconds of a duration as Go writes it (`1h30m`, `2.5s`); undefined when it is none. Both gates read durations so. */
export function goDuration(text: string): bigint | undefined {
  const negative = text.startsWith('-');
  const unsigned = text.replace(/^[-+]/, '');
  if (unsigned === '0') return 0n;
  let total = 0n;
  let end = 0;
  for (const [part, whole, fraction = '', unit] of unsigned.matchAll(PART)) {
    if (whole === '' && fraction === '') return undefined;
    total += BigInt(whole) * UNITS[unit] + BigInt(fraction) * UNITS[unit] / 10n ** BigInt(fraction.length);
    end += part.length;
  }
  if (end === 0 || end < unsigned.length || total > (negative ? LONGEST : LONGEST - 1n)) return undefined;
  return negative ? -total : total;
}
