<?php
declare(strict_types=1);

namespace Uvstream\React;

use React\EventLoop\LoopInterface;
use React\EventLoop\SignalsHandler;
use React\EventLoop\Tick\FutureTickQueue;
use React\EventLoop\Timer\Timer;
use React\EventLoop\Timer\Timers;
use React\EventLoop\TimerInterface;
use Uvstream\Selection;

/** Sleeps in a selection that lets tasks run, and that is woken by whatever they ask of the loop. */
final class Loop implements LoopInterface
{
    private readonly Selection $selection;
    private readonly FutureTickQueue $ticks;
    private readonly Timers $timers;
    private readonly SignalsHandler $signals;
    /** @var array<int, callable> by the number of the stream */
    private array $readers = [];
    /** @var array<int, callable> */
    private array $writers = [];
    private bool $isRunning = false;

    public function __construct()
    {
        $this->selection = new Selection;
        $this->ticks = new FutureTickQueue;
        $this->timers = new Timers;
        $this->signals = new SignalsHandler;
        if (\function_exists('pcntl_async_signals')) pcntl_async_signals(true);
    }

    /**
     * @param resource $stream
     * @param callable $listener
     */
    public function addReadStream($stream, $listener): void
    {
        $number = (int) $stream;
        if (isset($this->readers[$number])) return;
        $this->readers[$number] = $listener;
        $this->selection->read[$number] = $stream;
        $this->selection->wake();
    }

    /**
     * @param resource $stream
     * @param callable $listener
     */
    public function addWriteStream($stream, $listener): void
    {
        $number = (int) $stream;
        if (isset($this->writers[$number])) return;
        $this->writers[$number] = $listener;
        $this->selection->write[$number] = $stream;
        $this->selection->wake();
    }

    /** @param resource $stream */
    public function removeReadStream($stream): void
    {
        unset($this->readers[(int) $stream], $this->selection->read[(int) $stream]);
        $this->selection->wake();
    }

    /** @param resource $stream */
    public function removeWriteStream($stream): void
    {
        unset($this->writers[(int) $stream], $this->selection->write[(int) $stream]);
        $this->selection->wake();
    }

    /**
     * @param int|float $interval
     * @param callable $callback
     */
    public function addTimer($interval, $callback): TimerInterface
    {
        return $this->add(new Timer($interval, $callback, false));
    }

    /**
     * @param int|float $interval
     * @param callable $callback
     */
    public function addPeriodicTimer($interval, $callback): TimerInterface
    {
        return $this->add(new Timer($interval, $callback, true));
    }

    public function cancelTimer(TimerInterface $timer): void
    {
        $this->timers->cancel($timer);
        $this->selection->wake();
    }

    /** @param callable $listener */
    public function futureTick($listener): void
    {
        $this->ticks->add($listener);
        $this->selection->wake();
    }

    /**
     * @param int $signal
     * @param callable $listener
     */
    public function addSignal($signal, $listener): void
    {
        if (!\function_exists('pcntl_signal')) {
            throw new \BadMethodCallException('Signals need the pcntl extension');
        }
        $isFirst = $this->signals->count($signal) === 0;
        $this->signals->add($signal, $listener);
        if ($isFirst) pcntl_signal($signal, $this->signals->call(...));
        $this->selection->wake();
    }

    /**
     * @param int $signal
     * @param callable $listener
     */
    public function removeSignal($signal, $listener): void
    {
        if ($this->signals->count($signal) === 0) return;
        $this->signals->remove($signal, $listener);
        if ($this->signals->count($signal) === 0) pcntl_signal($signal, SIG_DFL);
        $this->selection->wake();
    }

    public function run(): void
    {
        $this->isRunning = true;
        while ($this->isRunning) {
            $this->ticks->tick();
            $this->timers->tick();
            $this->selection->prepare(); // from here on a signal's handler counts
            $seconds = $this->untilDue();
            if ($seconds === null && !$this->hasAnythingToAwait()) break;
            $this->turn($seconds);
        }
    }

    public function stop(): void
    {
        $this->isRunning = false;
        $this->selection->wake();
    }

    private function add(Timer $timer): Timer
    {
        $this->timers->add($timer);
        $this->selection->wake();
        return $timer;
    }

    /** How long there is nothing to do by itself; null: for ever. */
    private function untilDue(): ?float
    {
        if (!$this->isRunning || !$this->ticks->isEmpty()) return 0.0;
        $due = $this->timers->getFirst();
        return $due === false ? null : max(0.0, $due - hrtime(true) / 1e9);
    }

    private function hasAnythingToAwait(): bool
    {
        return $this->readers || $this->writers || !$this->signals->isEmpty();
    }

    private function turn(?float $seconds): void
    {
        [$read, $write] = $this->selection->wait($seconds);
        // (One of them may take another out.)
        foreach ($read as $number => $stream) {
            if (isset($this->readers[$number])) ($this->readers[$number])($stream);
        }
        foreach ($write as $number => $stream) {
            if (isset($this->writers[$number])) ($this->writers[$number])($stream);
        }
    }
}
