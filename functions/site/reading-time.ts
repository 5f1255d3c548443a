/**
 * Characters that a passer-by reads in a minute: what the national curriculum of Chinese asks of silent readers at the
 * end of primary school (义务教育语文课程标准, third stage: 默读一般读物每分钟不少于 300 字). Whoever hurries reads faster; nobody
 * is to be left behind before a wall.
 */
export const CHARACTERS_A_MINUTE = 300;

/** Two thirds of it: our own figure, for eyes that are older and further away. */
export const ELDER_CHARACTERS_A_MINUTE = 200;

/** To notice that there is something new, and to find its beginning. */
export const LOOK_S = 3;

/** Nothing is gone before it can be caught by a camera. */
export const LEAST_S = 8;

/** For how long so many characters stay on a wall, in seconds. The script of the screens reckons in the same way. */
export const readingSeconds = (characters: number, aMinute: number): number =>
  Math.max(LEAST_S, Math.ceil(LOOK_S + (characters * 60) / aMinute));
