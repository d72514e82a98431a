"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/** Scrolls sideways what is too wide for the page. Only then is it a stop of the Tab key, so that keys scroll it too. */
export function ScrollBox({
  label,
  className = "",
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  const box = useRef<HTMLElement>(null);
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWide(element.scrollWidth > element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const keys = wide ? { role: "region", "aria-label": label, tabIndex: 0 } : {};
  return (
    <section ref={box} className={`scroll-box ${className}`} {...keys}>
      {children}
    </section>
  );
}
