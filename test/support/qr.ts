import jsqr from 'jsqr';
import { PNG } from 'pngjs';

/** What the QR codes of a page say, in their order: those drawn as SVG and those that are pictures. */
export function codesIn(html: string): readonly string[] {
  const drawn = /<svg viewBox="0 0 (\d+) \1" role="img"[^>]*>.*?<path d="([^"]+)" fill="#000"/.source;
  const pictured = /<img\b[^>]*\bsrc="data:image\/png;base64,([^"]+)"/.source;
  return [...html.matchAll(new RegExp(`${drawn}|${pictured}`, 'gs'))].map(([, size = '', path = '', png]) =>
    readCode(png ? Buffer.from(png, 'base64') : painted(Number(size), path)),
  );
}

/** What a picture of a QR code says. @throws Error when it cannot be read */
export function readCode(picture: Buffer): string {
  const { width, height, data } = enlarged(PNG.sync.read(picture));
  const code = jsqr.default(new Uint8ClampedArray(data), width, height);
  if (!code) throw new Error('there is no QR code in the picture');
  return code.data;
}

/** A path of filled rectangles, `Mx yhwvhh-wz` each, as a picture. @throws Error for any other path */
function painted(size: number, path: string): Buffer {
  const rectangles = [...path.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)h-\d+z/g)];
  if (rectangles.map(([text]) => text).join('') !== path) throw new Error('the path is more than rectangles');
  const picture = new PNG({ width: size, height: size, colorType: 0 });
  picture.data.fill(255);
  for (const [x = 0, y = 0, width = 0, height = 0] of rectangles.map((each) => each.slice(1).map(Number)))
    for (let row = y; row < y + height; row += 1)
      for (let column = x; column < x + width; column += 1)
        picture.data.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3);
  return PNG.sync.write(picture);
}

/** A camera sees more than one pixel of a module. */
const TIMES = 4;

function enlarged({ width, height, data }: PNG): Pick<PNG, 'width' | 'height' | 'data'> {
  const [wide, high] = [width * TIMES, height * TIMES];
  const large = Buffer.alloc(wide * high * 4);
  for (let y = 0; y < high; y += 1)
    for (let x = 0; x < wide; x += 1) {
      const from = (Math.floor(y / TIMES) * width + Math.floor(x / TIMES)) * 4;
      data.copy(large, (y * wide + x) * 4, from, from + 4);
    }
  return { width: wide, height: high, data: large };
}
