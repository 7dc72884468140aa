import { createSequence } from '../drive-parts';
import type { Thumbnailer } from '../store';

/** A picture that is drawn, not photographed; always the same for the same name. */
export interface Picture {
  readonly name: string;
  readonly kind: 'hills' | 'sea' | 'night' | 'bubbles';
  /** Sky from top to bottom, then the land from far to near. */
  readonly sky: readonly [string, string];
  readonly land: readonly [string, string];
  readonly width: number;
  readonly height: number;
}

const drawn = new WeakMap<Thumbnailer, Map<string, Promise<Uint8Array<ArrayBuffer>>>>();

/** The picture as a file; drawn once for every thumbnailer. */
export function drawPicture(thumbnailer: Thumbnailer, picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const known = drawn.get(thumbnailer) ?? new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  drawn.set(thumbnailer, known);
  const drawing =
    known.get(picture.name) ??
    thumbnailer.draw(pictureSvg(picture), picture.name.endsWith('.png') ? 'png' : 'jpeg');
  known.set(picture.name, drawing);
  return drawing;
}

function pictureSvg(picture: Picture): string {
  const { width, height, sky, kind } = picture;
  const next = createSequence(picture.name);
  const random = (low: number, high: number): number => low + (next() / 2 ** 32) * (high - low);
  const scenes = { hills, sea, night, bubbles };
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 1200 800" preserveAspectRatio="xMidYMid slice">
<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky[0]}"/><stop offset="1" stop-color="${sky[1]}"/></linearGradient></defs>
<rect x="-400" width="2000" height="800" fill="url(#s)"/>${scenes[kind](picture, random)}</svg>`;
}

type Random = (low: number, high: number) => number;

function hills(picture: Picture, random: Random): string {
  const sun = disc(random(200, 1000), random(140, 300), random(45, 80), '#fff6dc', 0.95);
  return sun + [0, 1, 2, 3, 4].map((layer) => ridge(picture, random, layer / 4, 380 + layer * 85)).join('');
}

function sea(picture: Picture, random: Random): string {
  const x = random(300, 900);
  const waves = Array.from({ length: 46 }, () => {
    const y = random(505, 790);
    const length = (y - 470) * random(0.2, 0.9);
    const middle = random(-100, 1300);
    return `<rect x="${round(middle)}" y="${round(y)}" width="${round(length)}" height="${round((y - 470) / 60)}" rx="2" fill="#fff" opacity="0.16"/>`;
  });
  const water = `<rect x="-400" y="500" width="2000" height="300" fill="${picture.land[1]}"/>`;
  const glow = `<rect x="${round(x - 45)}" y="500" width="90" height="300" fill="#fff3cf" opacity="0.22"/>`;
  return disc(x, 430, 90, '#fff3cf', 0.95) + ridge(picture, random, 0, 440) + water + glow + waves.join('');
}

function night(picture: Picture, random: Random): string {
  const stars = Array.from({ length: 140 }, () =>
    disc(random(-100, 1300), random(0, 520), random(0.7, 2.4), '#ffffff', random(0.4, 1)),
  );
  const moon = disc(random(700, 1050), random(110, 220), 58, '#f4f1de', 1);
  return (
    stars.join('') +
    moon +
    [0, 1, 2].map((layer) => ridge(picture, random, layer / 2, 520 + layer * 90)).join('')
  );
}

function bubbles(picture: Picture, random: Random): string {
  const circles = Array.from({ length: 26 }, (_, i) =>
    disc(
      random(-50, 1250),
      random(-50, 850),
      random(40, 210),
      picture.land[i % 2] ?? '#fff',
      random(0.12, 0.4),
    ),
  );
  return circles.join('');
}

function disc(x: number, y: number, r: number, fill: string, opacity: number): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" opacity="${round(opacity)}"/>`;
}

/** A wavy skyline: three sines of random phase, calmer the farther away. */
function ridge(picture: Picture, random: Random, near: number, base: number): string {
  const waves = [0, 1, 2].map(
    (i) => [random(20, 50) / (i + 1), random(0.003, 0.006) * (i + 1), random(0, 6.3)] as const,
  );
  const points: string[] = [];
  for (let x = -400; x <= 1600; x += 20) {
    const lift = waves.reduce((sum, [height, pace, phase]) => sum + height * Math.sin(x * pace + phase), 0);
    points.push(`${x},${round(base - lift)}`);
  }
  const fill = mix(picture.land[0], picture.land[1], near);
  return `<polygon points="-400,800 ${points.join(' ')} 1600,800" fill="${fill}"/>`;
}

function mix(from: string, to: string, share: number): string {
  const channel = (text: string, i: number): number => Number.parseInt(text.slice(1 + i * 2, 3 + i * 2), 16);
  const mixed = [0, 1, 2].map((i) => Math.round(channel(from, i) * (1 - share) + channel(to, i) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
