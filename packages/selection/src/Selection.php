<?php
declare(strict_types=1);

namespace Uvstream;

/** The streams that an event loop watches, and its sleep. */
final class Selection
{
    /** @var array<int, resource> by number */
    public array $read = [];
    /** @var array<int, resource> */
    public array $write = [];

    /** @var array{resource, resource}|null a pair: what is written to the second wakes who selects on the first */
    private ?array $bell = null;
    private int $bellsProcess = 0;
    private bool $isAsleep = false;

    /**
     * Whoever is about to look whether there is anything to do, and to wait() if not, says so before: a wake() from here
     * on, by a signal's handler as well, ends that wait.
     */
    public function prepare(): void
    {
        if ($this->bellsProcess !== getmypid()) $this->hangBell();
        $this->isAsleep = true;
    }

    /** By another task, or a signal's handler: what the loop has to do is another than when it fell asleep. */
    public function wake(): void
    {
        if (!$this->isAsleep || $this->bell === null) return;
        $this->isAsleep = false;
        fwrite($this->bell[1], '!');
    }

    /**
     * Until a stream is ready, the time has passed, somebody calls wake(), or a signal comes; others run meanwhile.
     *
     * @param float|null $seconds 0: a look; others that are ready run once. Null: without limit
     * @return array{array<int, resource>, array<int, resource>} what can be read and written
     * @throws \RuntimeException where the system refuses
     */
    public function wait(?float $seconds): array
    {
        $read = $this->read;
        $write = $this->write;
        if ($seconds !== null && $seconds <= 0) {
            $this->isAsleep = false;
            delay(0);
            return $read || $write ? self::select($read, $write, 0) : [[], []];
        }
        if (!$this->isAsleep) $this->prepare();
        assert($this->bell !== null);
        $read[-1] = $this->bell[0];
        // (Rounded up: a loop that wakes just before its timer would turn again, and again.)
        $us = $seconds === null ? null : (int) min(ceil($seconds * 1e6), PHP_INT_MAX >> 1);
        try {
            [$read, $write] = self::select($read, $write, $us);
        } finally {
            $this->isAsleep = false;
        }
        if (isset($read[-1])) fread($this->bell[0], 16);
        unset($read[-1]);
        return [$read, $write];
    }

    /** A child of a fork has one of its own: it would hear its parent's. */
    private function hangBell(): void
    {
        $this->bell = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0) ?: throw new \RuntimeException('No socket pair to be had');
        foreach ($this->bell as $end) stream_set_blocking($end, false);
        $this->bellsProcess = (int) getmypid();
    }

    /**
     * @param array<int, resource> $read
     * @param array<int, resource> $write
     * @return array{array<int, resource>, array<int, resource>}
     */
    private static function select(array $read, array $write, ?int $us): array
    {
        $warning = '';
        set_error_handler(static function (int $level, string $text) use (&$warning): bool {
            $warning = $text;
            return true;
        });
        try {
            $except = null;
            $count = stream_select($read, $write, $except, $us === null ? null : intdiv($us, 1_000_000), $us === null ? null : $us % 1_000_000);
        } finally {
            restore_error_handler();
        }
        if ($count !== false) return [$read, $write];
        // (4: a signal.)
        if (str_contains($warning, '[4]')) return [[], []];
        throw new \RuntimeException($warning);
    }
}
