import type { ReactNode } from 'react';
import { Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';

export function Slider({
  label,
  value,
  onChange,
  min,
  max,
  step = 1,
  shown,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  step?: number;
  /** What stands at the right: the value in words. */
  shown?: string;
}): ReactNode {
  return (
    <AriaSlider
      className="slider"
      value={value}
      onChange={(next) => onChange(Array.isArray(next) ? (next[0] ?? min) : next)}
      minValue={min}
      maxValue={max}
      step={step}
    >
      <Label className="label">{label}</Label>
      <SliderOutput>{shown ?? String(value)}</SliderOutput>
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" />
      </SliderTrack>
    </AriaSlider>
  );
}
