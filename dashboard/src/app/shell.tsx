import {
  ActionIcon,
  AppShell,
  Burger,
  Group,
  Indicator,
  Menu,
  NavLink,
  Text,
  Tooltip,
  UnstyledButton,
  Avatar,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { AlertWatch, useOpenAlerts } from '../alerts/alert-watch';
import { Brand } from '../components/brand';
import { Icon } from '../components/icon';
import { ThemeToggle } from '../components/theme-and-language';
import { useMay, usePerson, useSession } from '../session/use-session';
import { ConnectionBanner } from './connection-banner';
import { allows, NAVIGATION, type NavigationEntry } from './pages';

/** What is around every page: where one is, where one can go, who one is, and how the connection stands. */
export function Shell({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'md', md: 'xl' }}
    >
      <a href="#content" className="skip">
        {t('shell.skip')}
      </a>
      <AppShell.Header className="no-print">
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('shell.menu')} />
            <UnstyledButton component={Link} to="/">
              <Brand />
            </UnstyledButton>
          </Group>
          <HeaderTools />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" className="no-print" aria-label={t('shell.nav.label')}>
        <NavigationLinks onNavigate={close} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <div className="page">
          <ConnectionBanner />
          <SecondFactorNotice />
          {children}
        </div>
      </AppShell.Main>
      <AlertWatch />
    </AppShell>
  );
}

function NavigationLinks({ onNavigate }: { readonly onNavigate: () => void }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const { pathname } = useLocation();
  const open = useOpenAlerts();
  const label = ({ label }: NavigationEntry): string =>
    t(label === 'till' && !may('orders:sell') ? 'shell.nav.buy' : `shell.nav.${label}`);
  return NAVIGATION.filter(({ scopes }) => allows(scopes, may)).map((entry) => {
    const active = entry.path === '/' ? pathname === '/' : pathname.startsWith(entry.path);
    return (
      <NavLink
        key={entry.path}
        component={Link}
        to={entry.path}
        active={active}
        aria-current={active ? 'page' : undefined}
        label={label(entry)}
        leftSection={<Icon name={entry.icon} />}
        rightSection={
          entry.label === 'alerts' && open > 0 ? (
            <span className="count" aria-label={t('shell.openAlerts', { count: open })}>
              {open}
            </span>
          ) : undefined
        }
        onClick={onNavigate}
      />
    );
  });
}

function HeaderTools(): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const person = usePerson();
  const session = useSession();
  const navigate = useNavigate();
  const open = useOpenAlerts();
  return (
    <Group gap={4} wrap="nowrap">
      <Text size="sm" c="dimmed" visibleFrom="md" mr="xs" truncate maw={240}>
        {person.tenant.name}
      </Text>
      {may('inventory:read') && (
        <Tooltip label={t('shell.openAlerts', { count: open })}>
          <ActionIcon
            component={Link}
            to="/alerts"
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('shell.openAlerts', { count: open })}
          >
            <Indicator disabled={open === 0} color="red" size={8} offset={2}>
              <Icon name="alerts" />
            </Indicator>
          </ActionIcon>
        </Tooltip>
      )}
      <ThemeToggle />
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <UnstyledButton className="account">
            <Avatar size={30} radius="xl" color="bodega" name={person.name} />
            <span className="only-heard">{t('shell.account', { name: person.name })}</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
              {person.name}
            </Text>
            <Text size="xs" truncate>
              {person.email}
            </Text>
          </Menu.Label>
          <Menu.Divider />
          <Menu.Item
            leftSection={<Icon name="settings" size={16} />}
            onClick={() => void navigate('/settings')}
          >
            {t('shell.nav.settings')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="signOut" size={16} />} onClick={() => void session.signOut()}>
            {t('shell.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

/** Whoever lacks a factor that the business requires may do nothing but set it up. */
function SecondFactorNotice(): ReactNode {
  const { t } = useTranslation();
  const { role, totpEnabled, tenant } = usePerson();
  const { pathname } = useLocation();
  const required = tenant.totpRequired && !totpEnabled && (role === 'OWNER' || role === 'ADMIN');
  if (!required || pathname === '/settings') return null;
  return (
    <div className="banner" role="status">
      {t('shell.secondFactorRequired')} <Link to="/settings">{t('shell.setUp')}</Link>
    </div>
  );
}
