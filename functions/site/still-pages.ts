/** Characters of a line on a wall, about; a short line takes as much room as a full one. */
const LINE = 32;

/**
 * A text in parts that each fit on a screen, about, for a screen that cannot measure them itself because it runs no
 * script. Cut between blocks of Markdown, and in a block that is too long between its sentences. Nothing is lost, and
 * what is a little too long makes the page longer rather than short of a line.
 *
 * @param most characters of a part
 */
export function stillParts(text: string, most: number): readonly string[] {
  const parts: string[] = [];
  let room = 0;
  for (const block of text.split(/\n\s*\n/).flatMap((each) => sentencesOf(each, most))) {
    const size = sizeOf(block);
    if (size > room || parts.length === 0) {
      parts.push(block);
      room = most;
    } else {
      parts[parts.length - 1] += `\n\n${block}`;
    }
    room -= size;
  }
  return parts;
}

const sizeOf = (block: string): number =>
  block.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)) * LINE, 0);

/** A list or a table stays whole: half of one is no list. */
function sentencesOf(block: string, most: number): readonly string[] {
  if (block.includes('\n') || sizeOf(block) <= most) return [block];
  const pieces: string[] = [];
  for (const sentence of block.split(/(?<=[。！？；])/)) {
    const last = pieces.at(-1);
    if (last !== undefined && sizeOf(last + sentence) <= most) pieces[pieces.length - 1] = last + sentence;
    else pieces.push(sentence);
  }
  return pieces;
}
