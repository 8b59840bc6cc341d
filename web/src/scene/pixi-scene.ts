// The page's security policy allows no code made from text: this replaces PixiJS's generated functions.
import 'pixi.js/unsafe-eval';
import 'pixi.js/graphics';
import {
  Container,
  Graphics,
  isWebGLSupported,
  Rectangle,
  Sprite,
  type Texture,
  WebGLRenderer,
} from 'pixi.js';
import { type LiningLayout, markScale, type Particle, pictureHeight, pictureWidth } from './layout.ts';
import { crossingsAt, drifted } from './motion.ts';
import type { LiningScene, Palette } from './scene.ts';
import { type GuildId, guildIds } from './snapshot.ts';

const sharpestResolution = 2;

/**
 * Draws with WebGL.
 *
 * @returns undefined where the browser has none: the still drawing stays
 */
export async function createPixiScene(palette: Palette): Promise<LiningScene | undefined> {
  if (!isWebGLSupported()) return undefined;
  const renderer = new WebGLRenderer();
  await renderer.init({
    width: pictureWidth / 2,
    height: pictureHeight / 2,
    resolution: Math.min(sharpestResolution, devicePixelRatio),
    // What stands still is the drawing underneath; what moves are pictures with soft edges of their own.
    antialias: false,
    backgroundAlpha: 0,
    // No events, no accessibility layer of its own: the page has both.
    skipExtensionImports: true,
  });
  return new PixiScene(renderer, palette);
}

class PixiScene implements LiningScene {
  private readonly renderer: WebGLRenderer;
  private palette: Palette;
  private readonly world = new Container();
  private readonly bacteria = new Container();
  private readonly events = new Container();
  private textures: Readonly<Record<GuildId, Texture>>;
  private readonly spot: Texture;
  private layout: LiningLayout | undefined;
  private sprites: { readonly particle: Particle; readonly sprite: Sprite; readonly rank: number }[] = [];

  constructor(renderer: WebGLRenderer, palette: Palette) {
    this.renderer = renderer;
    this.palette = palette;
    this.textures = this.drawGuilds();
    this.spot = this.drawSpot();
    this.world.addChild(this.bacteria, this.events);
  }

  get canvas(): HTMLCanvasElement {
    return this.renderer.canvas;
  }

  show(layout: LiningLayout): void {
    this.layout = layout;
    this.bacteria.removeChildren();
    const seen = new Map<GuildId, number>();
    this.sprites = layout.particles.map((particle) => {
      const rank = seen.get(particle.part) ?? 0;
      seen.set(particle.part, rank + 1);
      const sprite = new Sprite({
        texture: this.textures[particle.part],
        anchor: 0.5,
        scale: markScale / textureScale,
      });
      this.bacteria.addChild(sprite);
      return { particle, sprite, rank };
    });
    // A smaller share takes the same part of every guild, so that their proportions stay.
    this.sprites = this.sprites.map((each) => ({
      ...each,
      rank: each.rank / Math.max(1, seen.get(each.particle.part) ?? 1),
    }));
  }

  recolour(palette: Palette): void {
    this.palette = palette;
    for (const texture of Object.values(this.textures)) texture.destroy(true);
    this.textures = this.drawGuilds();
    if (this.layout) this.show(this.layout);
  }

  resize(width: number): void {
    this.renderer.resize(width, (width * pictureHeight) / pictureWidth);
    this.world.scale.set(width / pictureWidth);
  }

  frame(seconds: number, share: number): void {
    const { layout } = this;
    if (!layout) return;
    for (const { particle, sprite, rank } of this.sprites) {
      sprite.visible = rank < share;
      if (!sprite.visible) continue;
      const { x, y, turn } = drifted(particle, seconds);
      sprite.position.set(x, y);
      sprite.angle = turn;
    }
    this.drawEvents(layout, seconds);
    this.renderer.render(this.world);
  }

  destroy(): void {
    this.world.destroy({ children: true });
    for (const texture of Object.values(this.textures)) texture.destroy(true);
    this.spot.destroy(true);
    this.renderer.destroy(true);
  }

  /** Crossings: a bright spot in a dark ring, so that it can be seen on any ground. */
  private drawEvents(layout: LiningLayout, seconds: number): void {
    const shown = crossingsAt(layout, seconds);
    while (this.events.children.length < shown.length)
      this.events.addChild(new Sprite({ texture: this.spot, anchor: 0.5, scale: 1 / textureScale }));
    this.events.children.forEach((sprite, i) => {
      const crossing = shown[i];
      sprite.visible = crossing !== undefined;
      if (!crossing) return;
      sprite.position.set(crossing.x, crossing.y);
      sprite.alpha = crossing.glow;
    });
  }

  private drawSpot(): Texture {
    const spot = new Graphics()
      .circle(0, 0, 18)
      .fill({ color: '#fff3b0', alpha: 0.45 })
      .circle(0, 0, 8)
      .fill('#ffe14d')
      .stroke({ color: '#3a2a00', width: 2.5 });
    return this.asTexture(spot, 20);
  }

  private drawGuilds(): Readonly<Record<GuildId, Texture>> {
    const entries = guildIds.map((guild) => {
      return [guild, this.asTexture(guildMark(guild, this.palette), 13)] as const;
    });
    return Object.fromEntries(entries) as Record<GuildId, Texture>;
  }

  /** @param half of the picture's width: with an empty margin, so that its edges stay soft when it turns */
  private asTexture(mark: Graphics, half: number): Texture {
    mark.scale.set(textureScale);
    const holder = new Container();
    holder.addChild(mark);
    const texture = this.renderer.generateTexture({
      target: holder,
      frame: new Rectangle(
        -half * textureScale,
        -half * textureScale,
        2 * half * textureScale,
        2 * half * textureScale,
      ),
      resolution: 1,
      antialias: true,
    });
    holder.destroy({ children: true });
    return texture;
  }
}

/** Textures are drawn larger than they are shown, so that they stay sharp. */
const textureScale = 2;

/** The same shapes as in the still drawing (lining/guild-mark.tsx). */
function guildMark(guild: GuildId, palette: Palette): Graphics {
  const color = palette(`guild-${guild}`);
  const mark = new Graphics();
  switch (guild) {
    case 'bac':
      return mark.roundRect(-9, -4, 18, 8, 4).fill(color);
    case 'fir':
      return mark.circle(-5, 0, 5).circle(5, 0, 5).fill(color);
    case 'bif':
      return mark
        .moveTo(0, 9)
        .lineTo(0, 0)
        .lineTo(-7, -7)
        .moveTo(0, 0)
        .lineTo(7, -7)
        .stroke({ color, width: 5, cap: 'round' });
    case 'muc':
      return mark
        .ellipse(0, 0, 7, 5)
        .fill(color)
        .stroke({ color: palette('ink'), width: 1 });
    case 'ent':
      return mark.poly([-9, 5, 0, -8, 9, 5]).fill(color);
  }
}
