import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { useRecord, useRecordStore } from '../record/use-record.ts';
import { ProblemList } from '../simulation/problem-list.tsx';
import { type Opened, openFile, unlock } from './open-file.ts';

/** Opens a person file, shows what its reader says, and takes it over only when asked to. */
export function FileOpener(): ReactNode {
  const { t } = useTranslation('keep');
  const [opened, setOpened] = useState<Opened>();
  const navigate = useNavigate();
  const store = useRecordStore();
  const { document: present } = useRecord();
  const take = async (found: Extract<Opened, { kind: 'read' }>): Promise<void> => {
    await store.begin(found.file);
    await navigate({ to: '/today' });
  };
  return (
    <div className="stack">
      <div>
        <FileTrigger
          acceptedFileTypes={['.yaml', '.yml', '.json', '.zonula']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) void openFile(file).then(setOpened);
          }}
        >
          <Button>{t('open.choose')}</Button>
        </FileTrigger>
      </div>
      <div role="status" className="stack">
        {opened?.kind === 'locked' && <Unlock locked={opened} onOpened={setOpened} />}
        {opened?.kind === 'refused' && (
          <div className="notice">
            <p>
              <strong>{t('open.refused')}</strong>
            </p>
            <ProblemList problems={opened.problems} />
          </div>
        )}
        {opened?.kind === 'read' && (
          <div className="card">
            <p>
              <strong>{opened.file.title ?? t('open.untitled')}</strong>
            </p>
            {opened.problems.length > 0 && <ProblemList problems={opened.problems} />}
            {present && <p>{t('open.replaces')}</p>}
            <div>
              <Button look="primary" onPress={() => void take(opened)}>
                {present ? t('open.replace') : t('open.take')}
              </Button>
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

function Unlock({
  locked,
  onOpened,
}: {
  locked: Extract<Opened, { kind: 'locked' }>;
  onOpened: (opened: Opened) => void;
}): ReactNode {
  const { t } = useTranslation('keep');
  const [passphrase, setPassphrase] = useState('');
  const [wrong, setWrong] = useState(false);
  const attempt = async (): Promise<void> => {
    const found = await unlock(locked, passphrase);
    if (found) onOpened(found);
    else setWrong(true);
  };
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        void attempt();
      }}
    >
      <TextInput
        label={t('open.passphrase')}
        value={passphrase}
        onChange={(text) => {
          setWrong(false);
          setPassphrase(text);
        }}
        error={wrong ? t('open.wrong') : undefined}
      />
      <div>
        <Button type="submit" look="primary">
          {t('open.unlock')}
        </Button>
      </div>
    </form>
  );
}
