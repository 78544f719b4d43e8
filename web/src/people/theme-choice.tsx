import { Radio, Stack, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';

/** Light, dark, or as the system has it; kept on this device. */
export function ThemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Radio.Group label="Theme" description="For this device" value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
      <Stack gap="xs" mt="xs">
        <Radio value="light" label="Light" />
        <Radio value="dark" label="Dark" />
        <Radio value="auto" label="As the system" />
      </Stack>
    </Radio.Group>
  );
}
