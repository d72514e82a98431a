"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type FormEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useTransition,
} from "react";
import { LAST_VIEW } from "../[corpus]/explore/last-view.ts";
import { type Address, linkTo } from "../address.ts";

type Navigate = (href: string, scroll?: boolean) => void;

const NavigateContext = createContext<Navigate | null>(null);

function useNavigate(): Navigate {
  const navigate = useContext(NavigateContext);
  if (!navigate) throw new Error("useNavigate needs a ListView above it.");
  return navigate;
}

/** A page that is a list: while another view of it is on its way the old one stays, dimmed, and its rule fills. */
export function ListView({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const navigate = useCallback<Navigate>(
    (href, scroll = false) => startTransition(() => router.push(href, { scroll })),
    [router],
  );
  // The way back from an article leads to this very view.
  useEffect(() => {
    sessionStorage.setItem(LAST_VIEW, window.location.pathname + window.location.search);
  });
  return (
    <NavigateContext.Provider value={navigate}>
      <div data-pending={pending} aria-busy={pending}>
        {children}
      </div>
    </NavigateContext.Provider>
  );
}

interface ListLinkProps {
  href: string;
  children: ReactNode;
  className?: string;
  current?: boolean;
  label?: string;
  /** Whether the new view is read from its top. */
  scroll?: boolean;
  /** Whether the key s leads here: the order that is chosen. */
  order?: boolean;
}

/** A link to another view of the list: a real address, followed within the page. */
export function ListLink(props: ListLinkProps) {
  const { href, children, className, current, label, scroll, order } = props;
  const navigate = useNavigate();
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate(href, scroll);
  };
  return (
    <a
      href={href}
      className={className}
      aria-current={current ? "true" : undefined}
      aria-label={label}
      data-order={order ? "true" : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}

interface ListFormProps {
  path: string;
  /** Parameters that stay as they are, beside those of the form's own fields. */
  keep: Address;
  children: ReactNode;
  className?: string;
  label?: string;
}

/** A form whose fields become parameters of the view; works without scripts. */
export function ListForm({ path, keep, children, className, label }: ListFormProps) {
  const navigate = useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields: Record<string, string[]> = {};
    for (const [name, value] of new FormData(event.currentTarget)) {
      const text = String(value).trim();
      if (text !== "") fields[name] = [...(fields[name] ?? []), text];
    }
    navigate(linkTo(path, fields));
  };
  return (
    <form action={path} method="get" className={className} aria-label={label} onSubmit={submit}>
      {Object.entries(keep).flatMap(([name, values]) =>
        values.map((value) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        )),
      )}
      {children}
    </form>
  );
}

interface ListSelectProps {
  label: string;
  value: string;
  /** Each choice with the address it leads to. */
  choices: readonly { value: string; words: string; href: string }[];
}

/** One of several orders. */
export function ListSelect({ label, value, choices }: ListSelectProps) {
  const navigate = useNavigate();
  const choose = (chosen: string) => {
    const choice = choices.find((one) => one.value === chosen);
    if (choice) navigate(choice.href);
  };
  return (
    <label className="flex items-center gap-2 text-small text-ink2">
      {label}
      <select
        data-order
        className="field w-auto"
        value={value}
        onChange={(e) => choose(e.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </label>
  );
}
