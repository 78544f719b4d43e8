import { PasswordInput } from '@mantine/core';
import type { ComponentProps } from 'react';

/** A password that can be looked at; the eye says what it does. */
export function PasswordField(props: ComponentProps<typeof PasswordInput>) {
  return (
    <PasswordInput
      required
      withAsterisk={false}
      autoCapitalize="none"
      spellCheck={false}
      visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0, 'aria-hidden': false }}
      {...props}
    />
  );
}
