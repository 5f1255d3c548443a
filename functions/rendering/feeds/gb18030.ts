/**
 * GB 18030 as bytes, which Node can only read. The table is that of its decoder turned round when it is first asked
 * for, so what is written here is what `TextDecoder('gb18030')` reads, and no table has to be shipped. What has no code,
 * half a surrogate pair for one, becomes a question mark.
 */
export function encodeGb18030(text: string): Uint8Array {
  table ??= turnRound();
  const codes = table;
  return Buffer.concat(Array.from(text, (character) => bytesOf(character, codes)));
}

let table: ReadonlyMap<string, Uint8Array> | undefined;

const QUESTION_MARK = Uint8Array.of(0x3f);
/** What the decoder makes of bytes that are no character. */
const NO_CHARACTER = '\ufffd';
/** First four-byte code of the supplementary planes, from which they are simply counted. */
const SUPPLEMENTARY = linear(0x90, 0x30, 0x81, 0x30);
/** Last four-byte code of the basic plane. */
const LAST_BASIC = linear(0x84, 0x31, 0xa4, 0x39);

function bytesOf(character: string, codes: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return Uint8Array.of(point);
  if (point > 0xffff) return fourBytes(SUPPLEMENTARY + point - 0x10000);
  return codes.get(character) ?? QUESTION_MARK;
}

/** Two bytes before four: where a character has both, devices know the shorter one. */
function turnRound(): ReadonlyMap<string, Uint8Array> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, Uint8Array>();
  const learn = (bytes: Uint8Array) => {
    const character = decoder.decode(bytes);
    if (character.length === 1 && character !== NO_CHARACTER && !codes.has(character)) {
      codes.set(character, bytes);
    }
  };
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) learn(Uint8Array.of(first, second));
  }
  for (let code = 0; code <= LAST_BASIC; code += 1) learn(fourBytes(code));
  return codes;
}

/** A four-byte code by its number: 10 × 126 × 10 × 126. */
function fourBytes(code: number): Uint8Array {
  const hundreds = Math.floor(code / 10);
  const thousands = Math.floor(hundreds / 126);
  return Uint8Array.of(
    0x81 + Math.floor(thousands / 10),
    0x30 + (thousands % 10),
    0x81 + (hundreds % 126),
    0x30 + (code % 10),
  );
}

function linear(first: number, second: number, third: number, fourth: number): number {
  return (((first - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30;
}
