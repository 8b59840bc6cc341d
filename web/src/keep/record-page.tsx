import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveText } from '../curves/save-picture.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { Sheet } from '../design/sheet.tsx';
import { LanguageChoice } from '../i18n/language-choice.tsx';
import { todayDate } from '../record/today.ts';
import { useDocument, useRecordStore } from '../record/use-record.ts';
import { encryptText } from './encrypt.ts';
import { FileOpener } from './file-opener.tsx';
import { FrozenPredictions } from './frozen-predictions.tsx';
import { shareLink } from './share-link.ts';

export function RecordPage(): ReactNode {
  const { t } = useTranslation('keep');
  return (
    <div className="stack loose">
      <div className="page-head">
        <h1>{t('common:page.record')}</h1>
        <p className="soft">{t('about')}</p>
      </div>
      <div className="columns even">
        <div className="stack">
          <Backup />
          <section className="card">
            <h2>{t('open.title')}</h2>
            <p className="small">{t('open.about')}</p>
            <FileOpener />
          </section>
          <section className="card">
            <h2>{t('report.title')}</h2>
            <p className="small">{t('report.about')}</p>
            <div>
              <ButtonLink to="/report">{t('report.open')}</ButtonLink>
            </div>
          </section>
          <Share />
        </div>
        <div className="stack">
          <FrozenPredictions />
          <Storage />
          <section className="card">
            <h2>{t('common:language')}</h2>
            <LanguageChoice />
          </section>
          <Erase />
        </div>
      </div>
    </div>
  );
}

function Backup(): ReactNode {
  const { t } = useTranslation('keep');
  const record = useDocument();
  const [passphrase, setPassphrase] = useState('');
  const name = `zonula-${todayDate()}`;
  const write = async (): Promise<string> => {
    const { writePersonFile } = await import('../../../src/person/write.ts');
    return writePersonFile(record);
  };
  return (
    <section className="card">
      <h2>{t('backup.title')}</h2>
      <p className="small">{t('backup.about')}</p>
      <div>
        <Button
          look="primary"
          onPress={() => void write().then((text) => saveText(text, `${name}.yaml`, 'application/yaml'))}
        >
          {t('backup.download')}
        </Button>
      </div>
      <TextInput
        label={t('backup.passphrase')}
        hint={t('backup.hint')}
        value={passphrase}
        onChange={setPassphrase}
      />
      <div>
        <Button
          isDisabled={passphrase.length < 8}
          onPress={() =>
            void write()
              .then((text) => encryptText(text, passphrase))
              .then((file) => saveText(JSON.stringify(file), `${name}.zonula`, 'application/json'))
          }
        >
          {t('backup.encrypted')}
        </Button>
      </div>
    </section>
  );
}

function Share(): ReactNode {
  const { t } = useTranslation('keep');
  const record = useDocument();
  const [link, setLink] = useState('');
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const made = await shareLink(record, location.href);
    setLink(made);
    try {
      await navigator.clipboard.writeText(made);
      setCopied(true);
    } catch {
      // The browser does not let a page copy: the link stands below, to be copied by hand.
      setCopied(false);
    }
  };
  return (
    <section className="card">
      <h2>{t('share.title')}</h2>
      <p className="small">{t('share.about')}</p>
      <div>
        <Button onPress={() => void copy()}>{t('share.make')}</Button>
      </div>
      {link && (
        <div role="status" className="stack tight">
          <p>{copied ? t('share.copied') : t('share.copyByHand')}</p>
          <input className="input" readOnly aria-label={t('share.link')} value={link} />
        </div>
      )}
    </section>
  );
}

function Storage(): ReactNode {
  const { t } = useTranslation('keep');
  const [kept, setKept] = useState<boolean>();
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setKept);
  }, []);
  const ask = async (): Promise<void> => setKept(await navigator.storage.persist());
  return (
    <section className="card">
      <h2>{t('storage.title')}</h2>
      <p className="small">{t('storage.nothingLeaves')}</p>
      <p className="small">{kept ? t('storage.kept') : t('storage.mayGo')}</p>
      {kept === false && (
        <div>
          <Button small onPress={() => void ask()}>
            {t('storage.ask')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Erase(): ReactNode {
  const { t } = useTranslation('keep');
  const [open, setOpen] = useState(false);
  const store = useRecordStore();
  const navigate = useNavigate();
  const erase = async (): Promise<void> => {
    await store.erase();
    await navigate({ to: '/', replace: true });
  };
  return (
    <section className="card">
      <h2>{t('erase.title')}</h2>
      <p className="small">{t('erase.about')}</p>
      <div>
        <Button look="danger" onPress={() => setOpen(true)}>
          {t('erase.title')}
        </Button>
      </div>
      <Sheet title={t('erase.sure')} open={open} onClose={() => setOpen(false)}>
        <p>{t('erase.text')}</p>
        <div className="row">
          <Button look="danger" onPress={() => void erase()}>
            {t('erase.yes')}
          </Button>
          <Button onPress={() => setOpen(false)}>{t('common:cancel')}</Button>
        </div>
      </Sheet>
    </section>
  );
}
