const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
const random = length => hex(crypto.getRandomValues(new Uint8Array(length)));

/** A UUID of version 7: those of later milliseconds sort after those of earlier ones. */
export function uuid7(millis) {
  const time = millis.toString(16).padStart(12, '0');
  const rest = random(10);
  const variant = (8 + (parseInt(rest[3], 16) & 3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(4, 7)}-${rest.slice(7, 19)}`;
}

/** The beginning of a trace, as in W3C Trace Context. */
export function traceparent() {
  return `00-${random(16)}-${random(8)}-01`;
}
