const LONGEST_GROUP = 4;

/** Whether Go reads the text as an IP address: dotted IPv4 without leading zeros, or IPv6 with an optional zone. */
export function isIpAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every(part => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  const zone = text.indexOf('%');
  if (zone === text.length - 1) return false;
  const address = zone < 0 ? text : text.slice(0, zone);
  const halves = address.split('::');
  const groups = halves.flatMap(half => half === '' ? [] : half.split(':'));
  const last = groups[groups.length - 1] ?? '';
  const embedded = isIpv4(last) && address.endsWith(`:${last}`);
  const plain = embedded ? groups.slice(0, -1) : groups;
  if (!plain.every(group => group.length <= LONGEST_GROUP && /^[0-9a-fA-F]+$/.test(group))) return false;
  const count = plain.length + (embedded ? 2 : 0);
  return halves.length === 1 ? count === 8 : halves.length === 2 && count < 8;
}
