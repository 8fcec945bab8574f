import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useId, useRef } from 'react';
import { useText } from '../use-text';

/** The browser's own button speaks the browser's language, not the panel's. */
const HIDDEN = { position: 'absolute', width: 1, height: 1, opacity: 0 } as const;

/** One file, by the dialog of the system or dropped here. */
export const FileChoice = ({
  file,
  isReading,
  onChoose,
}: {
  file: File | null;
  isReading: boolean;
  onChoose: (file: File) => void;
}) => {
  const text = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <Box
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={6}
      onDragOver={(event: React.DragEvent) => event.preventDefault()}
      onDrop={(event: React.DragEvent) => {
        event.preventDefault();
        const dropped = event.dataTransfer.files[0];
        if (dropped) onChoose(dropped);
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <label htmlFor={id}>
          <Typography variant="delta">{text('import.file')}</Typography>
        </label>
        <Typography textColor="neutral600" id={`${id}-hint`}>
          {text('import.fileHint')}
        </Typography>
        <input
          ref={input}
          tabIndex={-1}
          style={HIDDEN}
          id={id}
          type="file"
          accept=".csv,.tsv,.xlsx,.json"
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            const picked = target.files?.[0];
            if (picked) onChoose(picked);
            // The same file may be chosen again once it is mended.
            target.value = '';
          }}
        />
        <Box>
          <Button variant="secondary" onClick={() => input.current?.click()}>
            {text('import.choose')}
          </Button>
        </Box>
        {isReading && <Loader small>{text('import.reading')}</Loader>}
        {file && (
          <Typography fontWeight="semiBold">
            {text('import.chosen', { file: file.name })}
          </Typography>
        )}
      </Flex>
    </Box>
  );
};
