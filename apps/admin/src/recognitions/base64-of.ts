/** As many bytes as are turned into characters at once: a call takes only so many arguments. */
const CHUNK = 8_192;

/** The bytes of a file in base64, as the API takes them. */
export function base64Of(bytes: ArrayBuffer): string {
  const all = new Uint8Array(bytes);
  let text = '';
  for (let from = 0; from < all.length; from += CHUNK) {
    text += String.fromCharCode(...all.subarray(from, from + CHUNK));
  }
  return btoa(text);
}
