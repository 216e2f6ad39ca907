<?php
declare(strict_types=1);

namespace Uvstream\Revolt;

use Revolt\EventLoop\Internal\AbstractDriver;
use Revolt\EventLoop\Internal\DriverCallback;
use Revolt\EventLoop\Internal\SignalCallback;
use Revolt\EventLoop\Internal\StreamCallback;
use Revolt\EventLoop\Internal\StreamReadableCallback;
use Revolt\EventLoop\Internal\TimerCallback;
use Revolt\EventLoop\Internal\TimerQueue;
use Revolt\EventLoop\Suspension;
use Revolt\EventLoop\UnsupportedFeatureException;
use Uvstream\Selection;

/** Sleeps in a selection that lets tasks run, and that is woken by whatever they ask of the loop. */
final class Driver extends AbstractDriver
{
    private readonly Selection $selection;
    private readonly TimerQueue $timers;
    /** @var array<int, array<string, DriverCallback>> by the number of the stream */
    private array $readers = [];
    /** @var array<int, array<string, DriverCallback>> */
    private array $writers = [];
    /** @var array<int, array<string, DriverCallback>> by the signal */
    private array $signals = [];
    private bool $wereSignalsAsync = false;
    /** @var list<int> signals that have come, and are not dispatched */
    private array $came = [];
    /** @var \WeakMap<Suspension, \WeakReference<MainSuspension>> */
    private \WeakMap $ofMain;

    public function __construct()
    {
        $this->selection = new Selection;
        $this->timers = new TimerQueue;
        $this->ofMain = new \WeakMap;
        parent::__construct();
    }

    public function __destruct()
    {
        foreach ($this->signals as $callbacks) array_map($this->unhandle(...), $callbacks);
    }

    public function getHandle(): mixed
    {
        return null;
    }

    // What a task may ask of a loop that sleeps. The loop looks at it again.

    public function stop(): void
    {
        parent::stop();
        $this->selection->wake();
    }

    public function queue(\Closure $closure, mixed ...$args): void
    {
        parent::queue($closure, ...$args);
        $this->selection->wake();
    }

    public function defer(\Closure $closure): string
    {
        return $this->woken(parent::defer($closure));
    }

    public function delay(float $delay, \Closure $closure): string
    {
        return $this->woken(parent::delay($delay, $closure));
    }

    public function repeat(float $interval, \Closure $closure): string
    {
        return $this->woken(parent::repeat($interval, $closure));
    }

    public function onReadable(mixed $stream, \Closure $closure): string
    {
        return $this->woken(parent::onReadable($stream, $closure));
    }

    public function onWritable(mixed $stream, \Closure $closure): string
    {
        return $this->woken(parent::onWritable($stream, $closure));
    }

    public function onSignal(int $signal, \Closure $closure): string
    {
        if (!\function_exists('pcntl_signal')) {
            throw new UnsupportedFeatureException('Signal handling requires the pcntl extension');
        }
        return $this->woken(parent::onSignal($signal, $closure));
    }

    public function enable(string $callbackId): string
    {
        return $this->woken(parent::enable($callbackId));
    }

    public function disable(string $callbackId): string
    {
        return $this->woken(parent::disable($callbackId));
    }

    public function cancel(string $callbackId): void
    {
        parent::cancel($callbackId);
        $this->selection->wake();
    }

    public function reference(string $callbackId): string
    {
        return $this->woken(parent::reference($callbackId));
    }

    public function unreference(string $callbackId): string
    {
        return $this->woken(parent::unreference($callbackId));
    }

    public function getSuspension(): Suspension
    {
        $suspension = parent::getSuspension();
        if (\Fiber::getCurrent() !== null) return $suspension; // it is resumed by queue()
        $own = ($this->ofMain[$suspension] ?? null)?->get();
        if ($own === null) {
            $own = new MainSuspension($suspension, $this->selection);
            $this->ofMain[$suspension] = \WeakReference::create($own);
        }
        return $own;
    }

    protected function now(): float
    {
        return hrtime(true) / 1e9;
    }

    protected function activate(array $callbacks): void
    {
        foreach ($callbacks as $callback) {
            if ($callback instanceof StreamCallback) {
                $this->watch($callback);
            } elseif ($callback instanceof TimerCallback) {
                $this->timers->insert($callback);
            } elseif ($callback instanceof SignalCallback) {
                $this->handle($callback);
            }
        }
    }

    protected function deactivate(DriverCallback $callback): void
    {
        if ($callback instanceof StreamCallback) {
            $this->unwatch($callback);
        } elseif ($callback instanceof TimerCallback) {
            $this->timers->remove($callback);
        } elseif ($callback instanceof SignalCallback) {
            $this->unhandle($callback);
        }
    }

    protected function dispatch(bool $blocking): void
    {
        if ($blocking) $this->selection->prepare();
        if ($this->takeSignals()) $blocking = false;
        [$read, $write] = $this->selection->wait($blocking ? $this->untilTimer() : 0.0);
        foreach ($read as $number => $stream) $this->enqueueAll($this->readers[$number] ?? []);
        foreach ($write as $number => $stream) $this->enqueueAll($this->writers[$number] ?? []);
        $now = $this->now();
        while (($timer = $this->timers->extract($now)) !== null) $this->enqueueCallback($timer);
    }

    private function woken(string $callbackId): string
    {
        $this->selection->wake();
        return $callbackId;
    }

    private function watch(StreamCallback $callback): void
    {
        $number = (int) $callback->stream;
        if ($callback instanceof StreamReadableCallback) {
            $this->readers[$number][$callback->id] = $callback;
            $this->selection->read[$number] = $callback->stream;
        } else {
            $this->writers[$number][$callback->id] = $callback;
            $this->selection->write[$number] = $callback->stream;
        }
    }

    private function unwatch(StreamCallback $callback): void
    {
        $number = (int) $callback->stream;
        if ($callback instanceof StreamReadableCallback) {
            unset($this->readers[$number][$callback->id]);
            if (empty($this->readers[$number])) unset($this->readers[$number], $this->selection->read[$number]);
        } else {
            unset($this->writers[$number][$callback->id]);
            if (empty($this->writers[$number])) unset($this->writers[$number], $this->selection->write[$number]);
        }
    }

    private function handle(SignalCallback $callback): void
    {
        if (!isset($this->signals[$callback->signal])) {
            $handler = function (int $signal): void {
                $this->came[] = $signal;
                $this->selection->wake();
            };
            // (It warns, and for SIGKILL and SIGSTOP it throws.)
            set_error_handler(static fn (int $level, string $text) => throw new UnsupportedFeatureException($text));
            try {
                pcntl_signal($callback->signal, $handler);
            } catch (\ValueError $e) {
                throw new UnsupportedFeatureException($e->getMessage(), previous: $e);
            } finally {
                restore_error_handler();
            }
        }
        // One may come while a task runs, and the loop sleeps: only asynchronous ones end its wait.
        if (!$this->signals) $this->wereSignalsAsync = pcntl_async_signals(true);
        $this->signals[$callback->signal][$callback->id] = $callback;
    }

    private function unhandle(SignalCallback $callback): void
    {
        unset($this->signals[$callback->signal][$callback->id]);
        if (!empty($this->signals[$callback->signal])) return;
        unset($this->signals[$callback->signal]);
        pcntl_signal($callback->signal, SIG_DFL);
        if (!$this->signals) pcntl_async_signals($this->wereSignalsAsync);
    }

    private function takeSignals(): bool
    {
        if ($this->signals) pcntl_signal_dispatch(); // somebody may have made them synchronous again
        $came = $this->came;
        $this->came = [];
        foreach ($came as $signal) $this->enqueueAll($this->signals[$signal] ?? []);
        return $came !== [];
    }

    /** @param array<string, DriverCallback> $callbacks */
    private function enqueueAll(array $callbacks): void
    {
        foreach ($callbacks as $callback) $this->enqueueCallback($callback);
    }

    /** How many seconds; null: there is none. */
    private function untilTimer(): ?float
    {
        $due = $this->timers->peek();
        return $due === null ? null : max(0.0, $due - $this->now());
    }
}
