/** Which way a picture is held, 1 to 8, as Exif counts (CIPA DC-008, tag 0x0112). 1: as it is. */
export type Orientation = number;

const ORIENTATION = 0x0112;
const HEADER = 10;

/** @param segment an APP1 with its marker */
export function orientationOf(segment: Uint8Array): Orientation {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  try {
    if (Buffer.from(segment.subarray(4, 8)).toString('latin1') !== 'Exif') return 1;
    const little = view.getUint16(HEADER) === 0x4949;
    const directory = HEADER + view.getUint32(HEADER + 4, little);
    const entries = view.getUint16(directory, little);
    for (let entry = 0; entry < entries; entry += 1) {
      const at = directory + 2 + entry * 12;
      if (view.getUint16(at, little) !== ORIENTATION) continue;
      const value = view.getUint16(at + 8, little);
      return value >= 1 && value <= 8 ? value : 1;
    }
  } catch (error) {
    // What points outside itself says nothing.
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}

/** An APP1 that says which way is up, and nothing else. Without it a photo would lie on its side. */
export function orientationSegment(orientation: Orientation): Uint8Array {
  const segment = Buffer.alloc(36);
  segment.writeUInt16BE(0xffe1, 0);
  segment.writeUInt16BE(34, 2);
  segment.write('Exif\0\0MM\0*', 4, 'latin1');
  segment.writeUInt32BE(8, 14);
  segment.writeUInt16BE(1, 18);
  segment.writeUInt16BE(ORIENTATION, 20);
  segment.writeUInt16BE(3, 22);
  segment.writeUInt32BE(1, 24);
  segment.writeUInt16BE(orientation, 28);
  return segment;
}
