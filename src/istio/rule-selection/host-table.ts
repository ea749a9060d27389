/**
 * Values by host, found by the most specific match (sidecar.md D2): an equal host first, else the longest wildcard whose
 * text after `*` ends the asked host. No dot boundary, case-sensitive.
 */
export class HostTable<Value> {
  private readonly exact = new Map<string, Value>();
  private readonly bySuffix = new Map<string, Value>();
  private suffixLengths: number[] = [];

  get(host: string): Value | undefined {
    return isWildcard(host) ? this.bySuffix.get(host.slice(1)) : this.exact.get(host);
  }

  set(host: string, value: Value): void {
    if (!isWildcard(host)) {
      this.exact.set(host, value);
      return;
    }
    this.bySuffix.set(host.slice(1), value);
    if (!this.suffixLengths.includes(host.length - 1)) {
      this.suffixLengths = [...this.suffixLengths, host.length - 1].sort((a, b) => b - a);
    }
  }

  /** All matches, most specific first. A wildcard service host meets equal or wider wildcards only, never specific hosts. */
  matches(serviceHost: string): readonly HostMatch<Value>[] {
    const wildcard = isWildcard(serviceHost);
    const text = wildcard ? serviceHost.slice(1) : serviceHost;
    const found: HostMatch<Value>[] = [];
    const equal = wildcard ? undefined : this.exact.get(serviceHost);
    if (equal !== undefined) found.push({ host: serviceHost, value: equal });
    for (const length of this.suffixLengths) {
      if (length > text.length) continue;
      const suffix = text.slice(text.length - length);
      const value = this.bySuffix.get(suffix);
      if (value !== undefined) found.push({ host: `*${suffix}`, value });
    }
    return found;
  }

  entries(): readonly HostMatch<Value>[] {
    return [
      ...[...this.exact].map(([host, value]) => ({ host, value })),
      ...[...this.bySuffix].map(([suffix, value]) => ({ host: `*${suffix}`, value })),
    ];
  }
}

export interface HostMatch<Value> {
  /** The host of the rule, as resolved. */
  readonly host: string;
  readonly value: Value;
}

function isWildcard(host: string): boolean {
  return host.startsWith('*');
}
