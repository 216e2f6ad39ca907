<?php
// A preforking HTTP/1.1 server: a master that binds, and children that serve, each with a loop around stream_select().
// Usage: bin/run examples/prefork.php [--address=tcp://127.0.0.1:8080] [--workers=2] [--reuseport] [--grace=5] [--app=FILE]
//                                     [--tasks [--deadline=30]]
//
// With --tasks (which need uvstream) a child has a task for each connection, so that the application may wait. What it has
// not answered after the deadline is cancelled.
// FILE returns the application, a function (string $method, string $target, string $body): [int $status, string $body].
// Each child loads it anew, so a reload brings new code. Plain PHP; needs ext/pcntl and ext/posix.
//
//     kill -USR1 MASTER   reload: for each child a new one comes up, then the old one finishes what it has and leaves
//     kill -USR2 MASTER   each child that serves says what it has done
//     kill -TERM MASTER   stop: as INT; the master waits for its children
//
// Why a reload loses nothing: listeners are the master's and stay open as long as it runs, so the queues of connections
// not yet accepted outlive every child. That holds with --reuseport too: there each slot has a listener of its own,
// which its children inherit one after the other. Were it the child's own, closing it would reset the connections in
// its queue. (Nor could it drain the queue first: the kernel goes on filling it until the close.)
//
// Keep-alive connections are closed by the response to their next request, which says so. One with no next request is
// closed after --grace seconds: make that longer than your clients pause, for whoever sends just then has lost.
declare(strict_types=1);

require __DIR__ . '/prefork/worker.php';
require __DIR__ . '/prefork/task_worker.php';

final class Child
{
    /** @param resource $lifeline One end of a pair. The child sees its own end close when it is to leave, or when we are dead. */
    public function __construct(public int $pid, public $lifeline, public float $started)
    {
    }
}

final class Slot
{
    public ?Child $child = null;
    public float $notBefore = 0.0;

    /** @param resource $listener */
    public function __construct(public $listener)
    {
    }
}

final class Master
{
    // They are blocked and fetched by pcntl_sigtimedwait(): there is no moment in which one could be missed.
    private const SIGNALS = [SIGCHLD, SIGTERM, SIGINT, SIGUSR1, SIGUSR2];
    private const START_SECONDS = 10;    // in which a child must be ready
    private const LEAVE_SECONDS = 60.0;  // after which one that should leave is killed

    /** @var array<int, float> every child by its id: when it will be killed */
    private array $children = [];
    /** @var Slot[] whose children are to be replaced */
    private array $reload = [];
    private bool $stopping = false;

    /** @param Slot[] $slots */
    public function __construct(private array $slots, private float $grace, private ?string $app, private ?float $deadline)
    {
    }

    public function run(): void
    {
        pcntl_sigprocmask(SIG_BLOCK, self::SIGNALS);
        while (!$this->stopping || $this->children) {
            $this->lookAtChildren();
            $this->stopping || $this->fillSlots();
            match (@pcntl_sigtimedwait(self::SIGNALS, $info, $this->reload ? 0 : 1, 1)) {
                SIGTERM, SIGINT => $this->stop(),
                SIGUSR1 => $this->reload(),
                SIGUSR2 => $this->askChildren(),
                default => null, // SIGCHLD, or nothing for a second
            };
        }
        say('stopped');
    }

    /** PHP's opcode cache, which the children share, does not look at a file again as long as the master runs. */
    private function reload(): void
    {
        $this->reload = $this->stopping ? [] : $this->slots;
        /** @var array{scripts?: array<string, mixed>}|false $cache */
        $cache = function_exists('opcache_get_status') ? @opcache_get_status() : false;
        foreach (array_keys($cache['scripts'] ?? []) as $file) {
            opcache_invalidate($file, true);
        }
    }

    /** All but those that leave: PHP takes a handler away before it ends, and then the signal kills. */
    private function askChildren(): void
    {
        foreach ($this->slots as $slot) {
            $slot->child === null || posix_kill($slot->child->pid, SIGUSR2);
        }
    }

    private function lookAtChildren(): void
    {
        while (($pid = pcntl_wait($status, WNOHANG)) > 0) {
            /** @var int $status */
            say("child $pid has " . (pcntl_wifsignaled($status) ? 'died of signal ' . pcntl_wtermsig($status)
                : 'left with status ' . pcntl_wexitstatus($status)));
            unset($this->children[$pid]);
            foreach ($this->slots as $slot) {
                $slot->child?->pid === $pid && $this->vacate($slot);
            }
        }
        foreach ($this->slots as $slot) { // one that was told to leave by somebody else
            if ($slot->child && fgets($slot->child->lifeline) === false && feof($slot->child->lifeline)) {
                $this->vacate($slot);
            }
        }
        foreach ($this->children as $pid => $end) {
            $end < now() && posix_kill($pid, SIGKILL);
        }
    }

    /** Starts what is missing, and replaces one child of those to be reloaded: between two we look for signals. */
    private function fillSlots(): void
    {
        foreach ($this->slots as $slot) {
            $slot->child || now() < $slot->notBefore || $this->start($slot);
        }
        if ($slot = array_shift($this->reload)) {
            $old = $slot->child;
            if (!$this->start($slot)) {
                $this->reload = [];
                say('reload given up');
                return;
            }
            $old && $this->dismiss($old);
            $this->reload || say('reloaded');
        }
    }

    /** Forks a child and waits until it is ready. If it does not get there, the slot stays as it was. */
    private function start(Slot $slot): bool
    {
        $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        $pid = $pair ? pcntl_fork() : -1;
        if (!$pair || $pid === -1) {
            say('cannot fork');
            $slot->notBefore = now() + 1;
            return false;
        }
        [$ours, $theirs] = $pair;
        if ($pid === 0) {
            fclose($ours);
            foreach ($this->slots as $other) {
                // The other children's ends must not live on here, or these would never see them close.
                $other->child && fclose($other->child->lifeline);
                $other->listener === $slot->listener || fclose($other->listener);
            }
            $app = $this->app === null ? fn () => [200, 'Hello from ' . getmypid() . "\n"] : require $this->app;
            $app instanceof Closure || throw new UnexpectedValueException("$this->app returns no function");
            $worker = $this->deadline === null ? new Worker($slot->listener, $theirs, $this->grace, $app)
                : new TaskWorker($slot->listener, $theirs, $this->grace, $app, $this->deadline);
            $worker->run(self::SIGNALS);
            exit(0);
        }
        fclose($theirs);
        stream_set_timeout($ours, self::START_SECONDS);
        if (fgets($ours) !== "ready\n") {
            say("child $pid did not start");
            posix_kill($pid, SIGKILL);
            $slot->notBefore = now() + 1;
            return false;
        }
        say("child $pid serves");
        stream_set_blocking($ours, false);
        $slot->child = new Child($pid, $ours, now());
        $this->children[$pid] = INF;
        return true;
    }

    private function vacate(Slot $slot): void
    {
        if ($slot->child) {
            $this->dismiss($slot->child);
            $slot->notBefore = now() < $slot->child->started + 1 ? now() + 1 : 0.0; // no storm of forks
            $slot->child = null;
        }
    }

    private function dismiss(Child $child): void
    {
        fclose($child->lifeline);
        if (isset($this->children[$child->pid])) {
            $this->children[$child->pid] = now() + self::LEAVE_SECONDS;
        }
    }

    private function stop(): void
    {
        [$this->stopping, $this->reload] = [true, []];
        foreach ($this->slots as $slot) {
            is_resource($slot->listener) && fclose($slot->listener); // before the children drain its queue
            $this->vacate($slot);
        }
    }
}

/** @return resource */
function bind(string $address, bool $reuseport)
{
    // Stock PHP's own backlog of 32 would overflow when many clients come back at once.
    $context = stream_context_create(['socket' => ['backlog' => 1024, 'so_reuseport' => $reuseport, 'tcp_nodelay' => true]]);
    $listener = @stream_socket_server($address, $errno, $errstr, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $context);
    if (!$listener) {
        fwrite(STDERR, "$errstr ($errno)\n");
        exit(1);
    }
    stream_set_blocking($listener, false); // several children see a connection, one gets it, the others must not wait
    return $listener;
}

$given = getopt('', ['address:', 'workers:', 'reuseport', 'grace:', 'app:', 'tasks', 'deadline:']) ?: [];
$reuseport = isset($given['reuseport']);
// An option that is given twice is an array: the last one counts.
$options = array_filter(array_map(fn ($value) => is_array($value) ? end($value) : $value, $given), is_string(...));
$listener = bind($options['address'] ?? 'tcp://127.0.0.1:8080', $reuseport);
$address = stream_socket_get_name($listener, false);
say("serves on $address, until you interrupt me");
for ($slots = [new Slot($listener)]; count($slots) < (int) ($options['workers'] ?? 2);) {
    $slots[] = new Slot($reuseport ? bind("tcp://$address", true) : $listener);
}
$deadline = isset($given['tasks']) ? (float) ($options['deadline'] ?? 30) : null;
(new Master($slots, (float) ($options['grace'] ?? 5), $options['app'] ?? null, $deadline))->run();
