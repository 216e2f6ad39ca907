<?php
// A preforking HTTP/1.1 server: a master that binds, and children that serve, each with a loop around stream_select().
// Usage: bin/run examples/prefork.php [--address=tcp://127.0.0.1:8080] [--workers=2] [--reuseport] [--grace=5] [--app=FILE]
//
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

final class Slot
{
    public ?int $pid = null;
    /** @var ?resource One end of a pair. The child sees its own end close when it is to leave, or when we are dead. */
    public $lifeline = null;
    public float $started = 0.0;
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
    public function __construct(private array $slots, private float $grace, private ?string $app)
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
                SIGUSR1 => $this->reload = $this->stopping ? [] : $this->slots,
                SIGUSR2 => $this->askChildren(),
                default => null, // SIGCHLD, or nothing for a second
            };
        }
        say('stopped');
    }

    /** All but those that leave: PHP takes a handler away before it ends, and then the signal kills. */
    private function askChildren(): void
    {
        foreach ($this->slots as $slot) {
            $slot->pid === null || posix_kill($slot->pid, SIGUSR2);
        }
    }

    private function lookAtChildren(): void
    {
        while (($pid = pcntl_wait($status, WNOHANG)) > 0) {
            say("child $pid has " . (pcntl_wifsignaled($status) ? 'died of signal ' . pcntl_wtermsig($status)
                : 'left with status ' . pcntl_wexitstatus($status)));
            unset($this->children[$pid]);
            foreach ($this->slots as $slot) {
                $slot->pid === $pid && $this->vacate($slot);
            }
        }
        foreach ($this->slots as $slot) { // one that was told to leave by somebody else
            if ($slot->pid !== null && fgets($slot->lifeline) === false && feof($slot->lifeline)) {
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
            $slot->pid !== null || now() < $slot->notBefore || $this->start($slot);
        }
        if ($slot = array_shift($this->reload)) {
            [$pid, $lifeline] = [$slot->pid, $slot->lifeline];
            if (!$this->start($slot)) {
                $this->reload = [];
                say('reload given up');
                return;
            }
            $pid === null || $this->dismiss($pid, $lifeline);
            $this->reload || say('reloaded');
        }
    }

    /** Forks a child and waits until it is ready. If it does not get there, the slot stays as it was. */
    private function start(Slot $slot): bool
    {
        [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        $pid = pcntl_fork();
        if ($pid === 0) {
            // The other children's ends must not live on here, or these would never see them close.
            array_map('fclose', array_filter([$ours, ...array_column($this->slots, 'lifeline')], 'is_resource'));
            foreach ($this->slots as $other) {
                $other->listener === $slot->listener || fclose($other->listener);
            }
            $app = $this->app === null ? fn () => [200, 'Hello from ' . getmypid() . "\n"] : require $this->app;
            (new Worker($slot->listener, $theirs, $this->grace, $app))->run(self::SIGNALS);
            exit(0);
        }
        fclose($theirs);
        stream_set_timeout($ours, self::START_SECONDS);
        if (fgets($ours) !== "ready\n") {
            say($pid === -1 ? 'cannot fork' : "child $pid did not start");
            $pid === -1 || posix_kill($pid, SIGKILL);
            $slot->notBefore = now() + 1;
            return false;
        }
        say("child $pid serves");
        stream_set_blocking($ours, false);
        [$slot->pid, $slot->lifeline, $slot->started] = [$pid, $ours, now()];
        $this->children[$pid] = INF;
        return true;
    }

    private function vacate(Slot $slot): void
    {
        $this->dismiss($slot->pid, $slot->lifeline);
        $slot->pid = $slot->lifeline = null;
        $slot->notBefore = now() < $slot->started + 1 ? now() + 1 : 0.0; // no storm of forks
    }

    /** @param resource $lifeline */
    private function dismiss(int $pid, $lifeline): void
    {
        fclose($lifeline);
        if (isset($this->children[$pid])) {
            $this->children[$pid] = now() + self::LEAVE_SECONDS;
        }
    }

    private function stop(): void
    {
        [$this->stopping, $this->reload] = [true, []];
        foreach ($this->slots as $slot) {
            is_resource($slot->listener) && fclose($slot->listener); // before the children drain its queue
            $slot->pid === null || $this->vacate($slot);
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

$options = getopt('', ['address:', 'workers:', 'reuseport', 'grace:', 'app:']);
$reuseport = isset($options['reuseport']);
$listener = bind($options['address'] ?? 'tcp://127.0.0.1:8080', $reuseport);
$address = stream_socket_get_name($listener, false);
say("serves on $address, until you interrupt me");
for ($slots = [new Slot($listener)]; count($slots) < (int) ($options['workers'] ?? 2);) {
    $slots[] = new Slot($reuseport ? bind("tcp://$address", true) : $listener);
}
(new Master($slots, (float) ($options['grace'] ?? 5), $options['app'] ?? null))->run();
