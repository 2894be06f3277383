import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock, CrossCircle, EyeStriked, Loader, WarningCircle } from '@strapi/icons';
import { type ComponentProps, type ReactNode } from 'react';

/** How a state is to be taken. */
export type Tone = 'good' | 'waiting' | 'working' | 'warning' | 'bad' | 'idle';

const LOOKS = {
  good: [CheckCircle, 'success600', 'success700'],
  waiting: [Clock, 'warning600', 'warning700'],
  working: [Loader, 'primary600', 'primary700'],
  warning: [WarningCircle, 'warning600', 'warning700'],
  bad: [CrossCircle, 'danger600', 'danger700'],
  idle: [EyeStriked, 'neutral600', 'neutral800'],
} as const;

interface Props {
  tone: Tone;
  children: ReactNode;
  variant?: ComponentProps<typeof Typography>['variant'];
}

/** A state in words, with a sign beside it; the colour only repeats what the words say. */
export function StateLine({ tone, children, variant = 'omega' }: Props) {
  const [Icon, fill, textColor] = LOOKS[tone];
  return (
    <Flex gap={2} alignItems="flex-start">
      <Flex paddingTop="2px" flex="0 0 auto">
        <Icon fill={fill} width="1.6rem" height="1.6rem" aria-hidden />
      </Flex>
      <Typography variant={variant} fontWeight="semiBold" textColor={textColor}>
        {children}
      </Typography>
    </Flex>
  );
}
