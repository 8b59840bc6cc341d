import { useParams } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../design/button.tsx';
import { type EvidenceAddress, parseAddress } from './address.ts';
import { ClaimPage } from './claim-page.tsx';
import { ClaimsPage } from './claims-page.tsx';
import { EvidenceHome } from './home-page.tsx';
import { ModulePage } from './module-page.tsx';
import { ModulesPage } from './modules-page.tsx';
import { NamedPage } from './named-page.tsx';
import { NotThere } from './not-there.tsx';
import { ParametersPage } from './parameters-page.tsx';
import { QuantitiesPage, QuantityPage } from './quantity-pages.tsx';
import { ReferencePage, ReferencesPage, SourcePage } from './reference-pages.tsx';
import { StudiesPage, StudyPage } from './study-pages.tsx';
import { ValidationPage } from './validation-page.tsx';
import './evidence.css';

/** Everything the model is made of, and what it rests on; each thing has an address of its own. */
export function EvidencePage(): ReactNode {
  const { t } = useTranslation('evidence');
  const { _splat: path = '' } = useParams({ strict: false }) as { readonly _splat?: string };
  const address = parseAddress(path);
  return (
    <div className="stack evidence">
      {address.kind !== 'home' && (
        <div className="no-print">
          <ButtonLink to="/evidence" look="quiet" small>
            <span aria-hidden="true">←</span>
            {t('common:page.evidence')}
          </ButtonLink>
        </div>
      )}
      <Suspense fallback={<Waiting />}>
        <View key={path} address={address} />
      </Suspense>
    </div>
  );
}

function Waiting(): ReactNode {
  const { t } = useTranslation('evidence');
  return (
    <p className="soft" role="status">
      {t('reading')}
    </p>
  );
}

function View({ address }: { address: EvidenceAddress }): ReactNode {
  switch (address.kind) {
    case 'home':
      return <EvidenceHome />;
    case 'modules':
      return <ModulesPage />;
    case 'module':
      return <ModulePage name={address.id} />;
    case 'parameters':
      return <ParametersPage />;
    case 'parameter':
    case 'state':
    case 'derived':
    case 'input':
      return <NamedPage id={address.id} />;
    case 'claims':
      return <ClaimsPage />;
    case 'claim':
      return <ClaimPage id={address.id} />;
    case 'studies':
      return <StudiesPage />;
    case 'study':
      return <StudyPage id={address.id} />;
    case 'quantities':
      return <QuantitiesPage />;
    case 'quantity':
      return <QuantityPage id={address.id} />;
    case 'references':
      return <ReferencesPage />;
    case 'reference':
      return <ReferencePage id={address.id} />;
    case 'source':
      return <SourcePage id={address.id} />;
    case 'validation':
      return <ValidationPage />;
    case 'unknown':
      return <NotThere id={address.path} />;
  }
}
