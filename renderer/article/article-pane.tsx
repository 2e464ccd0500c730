import { ArrowLeft, Bookmark, ExternalLink, FileText, History, Mail, MailOpen, Tag } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '../../electron/contract/model';
import { keyOf, runCommand } from '../commands/commands';
import { useArticle } from '../state/articles';
import { useFinding } from '../state/finding';
import { failureOf } from '../state/notice';
import { useView } from '../state/view';
import { IconButton } from '../ui/icon-button';
import { useFailureWords } from '../words/failure-words';
import { AloudBar, AloudButton } from './aloud-bar';
import { ArticleFrame } from './article-frame';
import styles from './article-pane.module.css';
import { FindBar } from './find-bar';
import { LookPopover } from './look-popover';
import { OtherFrame } from './other-frame';
import { OutputMenu } from './output-menu';
import { leaveArticle } from './page-keys';
import { PictureViewer } from './picture-viewer';
import { MinutesLeft, ProgressLine } from './reading-progress';
import { TextBar } from './text-bar';
import { VersionBar } from './version-bar';

/** The reader: what can be done with the open article, and the article. */
export function ArticlePane() {
  const { t, i18n } = useTranslation();
  const selected = useView((view) => view.selected);
  const version = useView((view) => view.version);
  const finding = useFinding((state) => state.isOpen);
  const opened = useView((view) => view.opened);
  const { article, error } = useArticle(opened ?? undefined);
  const earlier = version === null ? undefined : article?.earlier[version];
  return (
    <main className={styles.pane} aria-label={t('landmark.article')} onKeyDown={leaveByEscape}>
      {selected && article && <Toolbar article={article} />}
      {selected && article && <AloudBar id={article.id} language={article.language ?? i18n.language} />}
      {selected && article && <ProgressLine />}
      {selected && article && finding && <FindBar onClose={() => focusArticle()} />}
      {selected && article && earlier && version !== null && <VersionBar article={article} version={version} />}
      {selected && article && !earlier && <TextBar article={article} />}
      {selected && article && <Texts article={earlier ? { ...article, ...earlier } : article} />}
      <PictureViewer />
      {!selected && <NothingOpen />}
      {selected && error && <NotOpened error={error} />}
    </main>
  );
}

/** The text that the reader wants, or both side by side. */
function Texts({ article }: { article: Article }) {
  const { t } = useTranslation();
  const text = useView((view) => view.text);
  const version = useView((view) => view.version);
  const { other } = article;
  if (!other || version !== null || text === 'chosen') return <ArticleFrame article={article} />;
  const otherwise = { ...article, ...other };
  if (text === 'other') return <ArticleFrame article={otherwise} />;
  return (
    <div className={styles.both}>
      <ArticleFrame article={article} />
      <OtherFrame article={otherwise} name={t(`article.textOf.${other.from}`)} />
    </div>
  );
}

const leaveByEscape = (event: KeyboardEvent) => {
  if (event.key === 'Escape' && !event.defaultPrevented) leaveArticle();
};

/** The focus goes into the article's page. */
const focusArticle = () => document.querySelector('iframe')?.focus();

function Toolbar({
  article: { bookmarked, read, link, ownTags, earlier, language, words, other },
}: {
  article: Article;
}) {
  const { t, i18n } = useTranslation();
  const isEarlier = useView((view) => view.version !== null);
  const isOther = useView((view) => view.text === 'other');
  return (
    <div className={styles.toolbar}>
      <span className={styles.back}>
        <IconButton
          icon={ArrowLeft}
          points
          label={t('command.back')}
          onPress={() => useView.setState({ pane: 'list' })}
        />
      </span>
      <IconButton
        icon={Bookmark}
        label={t('command.bookmark')}
        hint={keyOf('article.bookmark')}
        pressed={bookmarked}
        onPress={() => runCommand('article.bookmark')}
      />
      <IconButton
        icon={Tag}
        label={t('command.tags')}
        hint={keyOf('article.tags')}
        onPress={() => runCommand('article.tags')}
      />
      <IconButton
        icon={read ? Mail : MailOpen}
        label={t(read ? 'command.unread' : 'command.read')}
        hint={keyOf('article.unread')}
        onPress={() => runCommand('article.unread')}
      />
      {earlier.length > 0 && (
        <IconButton
          icon={History}
          label={t('command.earlier')}
          hint={keyOf('article.earlier')}
          expanded={isEarlier}
          onPress={() => runCommand('article.earlier')}
        />
      )}
      {other && (
        <IconButton
          icon={FileText}
          label={t('command.flipText')}
          hint={keyOf('article.flipText')}
          pressed={isOther}
          onPress={() => runCommand('article.flipText')}
        />
      )}
      <p className={styles.ownTags}>
        {ownTags.map((tag) => (
          <bdi key={tag}>{tag}</bdi>
        ))}
      </p>
      <MinutesLeft words={words} />
      <AloudButton language={language ?? i18n.language} />
      <LookPopover language={language} />
      <IconButton
        icon={ExternalLink}
        label={t('command.original')}
        hint={keyOf('article.original')}
        isDisabled={!link}
        onPress={() => runCommand('article.original')}
      />
      <OutputMenu link={link} />
    </div>
  );
}

function NothingOpen() {
  const { t } = useTranslation();
  const keys = {
    next: keyOf('article.next') ?? t('command.next'),
    previous: keyOf('article.previous') ?? t('command.previous'),
    all: keyOf('shortcuts.open') ?? t('command.shortcuts'),
  };
  return (
    <div className={styles.nothing}>
      <p>{t('empty.article')}</p>
      <p>{t('empty.articleHint', keys)}</p>
    </div>
  );
}

function NotOpened({ error }: { error: Error }) {
  const words = useFailureWords();
  return (
    <p role="alert" className={styles.nothing}>
      {words(failureOf(error))}
    </p>
  );
}
