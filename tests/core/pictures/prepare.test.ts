import { describe, expect, it } from 'vitest';
import { decode } from '../../../electron/core/pictures/codecs';
import { kindOf } from '../../../electron/core/pictures/kinds';
import { LARGE_BYTES, preparePicture } from '../../../electron/core/pictures/prepare';
import { AVIF, DRAWING, JPEG, noise, PIXEL, painted, WEBP } from '../../support/picture-files';

const prepare = (bytes: Buffer, thumbnail = true) => preparePicture(bytes, { url: 'https://a.example/p', thumbnail });

describe('a picture that is made ready to be kept', () => {
  it.each([
    ['JPEG', JPEG],
    ['PNG', painted(3)],
    ['WebP', WEBP],
    ['AVIF', AVIF],
  ])('stays as it came, and has a square thumbnail: %s', async (_, bytes) => {
    const { picture, thumbnail } = await prepare(bytes);
    expect(Buffer.from(picture.bytes).equals(bytes)).toBe(true);
    const side = Math.min(144, picture.height ?? 0);
    expect(thumbnail && kindOf(thumbnail)).toEqual({ type: 'image/jpeg', size: { width: side, height: side } });
  });

  it('keeps its colours in the thumbnail, white where it lets light through', async () => {
    const { thumbnail } = await prepare(JPEG);
    const whole = await decode(JPEG, 'image/jpeg');
    const small = thumbnail && (await decode(thumbnail, 'image/jpeg'));
    const middle = (pixels: typeof whole, share: number): number =>
      pixels?.data[(Math.floor(pixels.height / 2) * pixels.width + Math.floor(pixels.width * share)) * 4] ?? -999;
    expect(Math.abs(middle(small, 0.5) - middle(whole, 0.5))).toBeLessThan(30);
  });

  it('is made smaller only when it is large', async () => {
    const large = noise(1_900, 400);
    expect(large.length).toBeGreaterThan(LARGE_BYTES);
    const { picture } = await prepare(large, false);
    expect([picture.type, picture.width]).toEqual(['image/jpeg', 1_600]);
    expect(picture.bytes.byteLength).toBeLessThan(large.length);
  });

  it('has no thumbnail where nobody here can read it, and is kept all the same', async () => {
    for (const bytes of [DRAWING, PIXEL]) expect((await prepare(bytes)).thumbnail).toBeNull();
    const broken = Buffer.concat([painted(1).subarray(0, 60), Buffer.alloc(100)]);
    expect((await prepare(broken)).thumbnail).toBeNull();
  });

  it('is refused when it is none, or has more pixels than any screen', async () => {
    await expect(prepare(Buffer.from('<html>'))).rejects.toMatchObject({ failure: { code: 'not-a-picture' } });
    const bomb = Buffer.from(painted(1));
    bomb.writeUInt32BE(50_000, 16);
    bomb.writeUInt32BE(50_000, 20);
    await expect(prepare(bomb)).rejects.toMatchObject({ failure: { code: 'picture-too-large' } });
  });
});
