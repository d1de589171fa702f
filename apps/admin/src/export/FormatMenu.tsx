import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Button, Menu, MenuItem } from '@mui/material';
import { useId, useState } from 'react';
import { useMessages } from '../i18n/messages.js';
import { exportMessages } from './messages.js';
import type { FileFormat } from './sheet.js';

const formats: readonly FileFormat[] = ['xlsx', 'csv'];

interface FormatMenuProps {
  label: string;
  size?: 'small';
  onChoose: (format: FileFormat) => void;
}

/** Exports, as a workbook or as comma-separated values. */
export function FormatMenu({ label, size, onChoose }: FormatMenuProps) {
  const texts = useMessages(exportMessages);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const menuId = useId();
  const choose = (format: FileFormat) => {
    setAnchor(null);
    onChoose(format);
  };
  return (
    <>
      <Button
        {...(size && { size })}
        startIcon={<FileDownloadOutlined />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        {...(anchor !== null && { 'aria-controls': menuId })}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Menu id={menuId} anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {formats.map((format) => (
          <MenuItem key={format} onClick={() => choose(format)}>
            {texts.formats[format]}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
