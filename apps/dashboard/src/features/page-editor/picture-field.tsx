import type { Picture } from '@lynkify/domain';
import { Button, Group, Progress, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconPhotoUp } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useDropzone } from 'react-dropzone';
import { thumbHashUrl } from '../../components/picture.js';
import { pictureAddress } from './editor-picture.js';
import classes from './picture-field.module.css';
import { largestUpload, uploadPicture } from './upload-picture.js';

const kinds = { 'image/jpeg': ['.jpg', '.jpeg'], 'image/png': ['.png'], 'image/webp': ['.webp'] };

const rejections: Readonly<Record<string, string>> = {
  'file-too-large': 'This file is larger than 20 MB. Save it as a JPEG, or make it smaller.',
  'file-invalid-type': 'Use a JPEG, PNG or WebP file.',
  'too-many-files': 'Drop one picture at a time.',
};

interface PictureFieldProps {
  /** What the picture is, for instance "artwork". */
  what: string;
  picture: Picture | null;
  alt: string;
  altError?: string | undefined;
  onChange(picture: Picture | null): void;
  onAltChange(alt: string): void;
  onAltBlur?: () => void;
}

/** A picture by drop, paste or choice, with its progress, its refusals in plain words, and its description. */
export function PictureField({ what, picture, alt, altError, onChange, onAltChange, onAltBlur }: PictureFieldProps) {
  const [progress, setProgress] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const upload = async (file: File) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setFailure(null);
    setProgress(0);
    try {
      onChange(await uploadPicture(file, setProgress, controller.signal));
    } catch (error) {
      if (controller.signal.aborted) return;
      setFailure(error instanceof Error ? error.message : 'The picture could not be stored. Try again in a moment.');
    } finally {
      if (running.current === controller) {
        running.current = null;
        setProgress(null);
      }
    }
  };

  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    accept: kinds,
    maxSize: largestUpload,
    multiple: false,
    noClick: true,
    noKeyboard: true,
    onDropAccepted: ([file]) => {
      if (file) void upload(file);
    },
    onDropRejected: ([rejection]) => setFailure(rejections[rejection?.errors[0]?.code ?? ''] ?? 'This file cannot be used. Use a JPEG, PNG or WebP file.'),
  });
  const ground = picture === null ? null : thumbHashUrl(picture.thumbHash);
  const uploading = progress !== null;

  return (
    <div>
      <div {...getRootProps({ className: isDragActive ? `${classes.zone} ${classes.over}` : classes.zone })}>
        <div className={classes.picture} style={ground === null ? undefined : { backgroundImage: `url(${ground})` }}>
          {picture === null ? <IconPhotoUp size={28} aria-hidden /> : <img src={pictureAddress(picture, 320)} alt="" width={120} height={120} />}
        </div>
        <div className={classes.words}>
          <input {...getInputProps({ 'aria-label': `Choose ${what}` })} />
          {uploading ? (
            <div role="status">
              <Text size="sm">{progress < 1 ? `Uploading, ${Math.round(progress * 100)}%` : 'Making the sizes that pages need'}</Text>
              <Progress value={Math.max(4, progress * 100)} size="sm" mt={8} aria-label="Upload" striped={progress >= 1} animated={progress >= 1} />
            </div>
          ) : (
            <Text size="sm" c="dimmed">
              {isDragActive ? 'Let go to upload it.' : picture === null ? `Drop the ${what} here. JPEG, PNG or WebP, up to 20 MB; square, 1500 pixels or more looks best.` : `${picture.width} × ${picture.height} pixels`}
            </Text>
          )}
          <Group gap="xs" mt={12}>
            {uploading ? (
              <Button variant="default" onClick={() => running.current?.abort()}>
                Stop
              </Button>
            ) : (
              <>
                <Button variant="default" onClick={open}>
                  {picture === null ? 'Choose a file' : 'Replace'}
                </Button>
                {picture !== null && (
                  <Button variant="subtle" color="gray" onClick={() => onChange(null)}>
                    Remove<VisuallyHidden> {what}</VisuallyHidden>
                  </Button>
                )}
              </>
            )}
          </Group>
        </div>
      </div>
      {failure !== null && (
        <Text size="sm" c="var(--bad)" mt={8} role="alert">
          {failure}
        </Text>
      )}
      {picture !== null && (
        <TextInput
          mt="md"
          label="What it shows"
          description="Read out to fans who cannot see it. Leave it empty when it is only decoration."
          value={alt}
          error={altError}
          onChange={(event) => onAltChange(event.currentTarget.value)}
          onBlur={onAltBlur}
        />
      )}
    </div>
  );
}
