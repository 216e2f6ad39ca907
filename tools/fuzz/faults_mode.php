<?php
// Each program of fault_programs.php with one call in it that fails. It must end in bounded time, neither crash nor spin, leave
// nothing open, work again afterwards, and say what stock PHP says of the same fault where both make that call.
declare(strict_types=1);

final class FaultsMode implements Mode
{
    private const NUMBERS = ['EINTR' => 4, 'EAGAIN' => 11, 'ENOMEM' => 12, 'ENFILE' => 23, 'EMFILE' => 24, 'ENOSPC' => 28,
        'ECONNABORTED' => 103, 'ECONNRESET' => 104, 'ENOBUFS' => 105];
    /** What Linux may say of each call. (Of others libuv makes an abort, and rightly; what fcntl() is asked here cannot fail.) */
    private const ERRORS = [
        'accept' => ['EINTR', 'EAGAIN', 'ENOMEM', 'ENOBUFS', 'EMFILE', 'ENFILE', 'ECONNABORTED'],
        'recv' => ['EINTR', 'EAGAIN', 'ENOMEM', 'ENOBUFS', 'ECONNRESET'],
        'send' => ['EINTR', 'EAGAIN', 'ENOMEM', 'ENOBUFS', 'ECONNRESET'],
        'poll' => ['EINTR', 'ENOMEM'],
        'epoll_ctl' => ['ENOMEM', 'ENOSPC'],
        'epoll_wait' => ['EINTR'],
        'socket' => ['ENOMEM', 'ENOBUFS', 'EMFILE', 'ENFILE'],
        'bind' => ['ENOMEM', 'ENOBUFS', 'ENOSPC', 'EAGAIN'],
        'listen' => ['ENOMEM', 'ENOBUFS'],
        'connect' => ['EINTR', 'EAGAIN', 'ENOMEM', 'ENOBUFS', 'ECONNRESET'],
        'getaddrinfo' => ['EAGAIN', 'ENOMEM', 'EMFILE', 'ENFILE'],
        'ioctl' => ['ENOMEM'],
        'dup' => ['EINTR', 'EMFILE'],
        'eventfd' => ['EMFILE', 'ENFILE', 'ENOMEM'],
        'pipe2' => ['EMFILE', 'ENFILE'],
        'epoll_create' => ['EMFILE', 'ENFILE', 'ENOMEM'],
        'pthread_create' => ['EAGAIN'],
        'getsockopt' => ['ENOMEM', 'ENOBUFS'],
        'setsockopt' => ['ENOMEM', 'ENOBUFS'],
        'getsockname' => ['ENOBUFS'],
    ];
    /** For calls that stock PHP makes in the same place, the errors that mean the same to both: the operation fails. */
    private const COMPARABLE = [
        'bind' => ['ENOMEM', 'ENOBUFS', 'ENOSPC'],
        'listen' => ['ENOMEM', 'ENOBUFS'],
        'connect' => ['ECONNRESET', 'ENOBUFS', 'ENOMEM'],
        'send' => ['ECONNRESET', 'ENOBUFS', 'ENOMEM'],
        'recv' => ['ECONNRESET', 'ENOBUFS', 'ENOMEM'],
        'getaddrinfo' => ['ENOMEM', 'EAGAIN'],
    ];
    /** @var array<string, array{calls: array<string, int>, loop: array<string, int>}> programs without a fault */
    private array $clean = [];

    public function __construct(private Settings $settings)
    {
        $worker = $settings->worker('faulty uvstream');
        foreach (FAULT_PROGRAMS as $name => [$before, $tested, $after]) {
            $strand = [...$before, 'arm_nothing()', $tested, '$calls = calls()', 'disarm()', ...$after];
            $outcome = $worker->run(['strands' => [$strand], 'seed' => 0]);
            $step = array_column(steps_of($outcome), 1, 0)['> $calls = calls()'] ?? [];
            preg_match_all('~(\w+): (\d+)~', $step[0] ?? '', $m);
            if ($outcome->is_broken()) {
                give_up("faults: \"$name\" fails without a fault: $outcome->ended\n" . implode("\n", $outcome->lines));
            }
            $this->clean[$name] = ['calls' => array_map('intval', array_combine($m[1], $m[2])), 'loop' => $this->loop($outcome)];
        }
    }

    public function sides(): array
    {
        return ['faulty stock', 'faulty uvstream'];
    }

    public function quicker_sides(): array
    {
        return [];
    }

    public function program(int $seed): array
    {
        $make = new ProgramGenerator($seed);
        do {
            $name = $make->one_of(array_keys(FAULT_PROGRAMS));
            $kinds = array_keys(array_intersect_key(self::ERRORS, $this->clean[$name]['calls']));
        } while (!$kinds);
        $kind = $make->one_of($kinds);
        // (The fifth pipe is libuv's, which aborts without; the four before it look whether there are any.)
        $nth = 1 + $make->number(min($kind === 'pipe2' ? 4 : 6, $this->clean[$name]['calls'][$kind]));
        $error = $make->one_of(self::ERRORS[$kind]);
        // (Signals do not last, and recvfrom and sendto that block have no timeout.)
        $lasts = $error !== 'EINTR' && !($error === 'EAGAIN' && in_array($name, ['recvfrom', 'sendto'], true));
        $for_good = $make->number(3) === 0 && $lasts;
        [$before, $tested, $after] = FAULT_PROGRAMS[$name];
        $fault = sprintf("arm('%s', %d, %d, %s)", $kind, $nth, self::NUMBERS[$error], $for_good ? 'true' : 'false');
        return ['seed' => $seed, 'strands' => [[...$before, $fault, $tested, 'disarm()', ...$after]],
            'name' => $name, 'fault' => $kind, 'compare' => $nth === 1 && in_array($error, self::COMPARABLE[$kind] ?? [], true)];
    }

    /** @param list<Outcome> $outcomes */
    public function judge(array $program, array $outcomes): Judgement
    {
        [$stock, $ours] = $outcomes;
        $title = "$program[name], $program[fault] fails";
        $fired = $this->said($ours, '> disarm()');
        if ($fired === '= 0') return Judgement::skipped('the call was not made again');
        $tail = implode("\n", $ours->lines) . "\n$ours->ended";
        $beside = "$tail\nstock PHP:\n" . implode("\n", $stock->lines) . "\n$stock->ended";
        $crashed = str_starts_with($ours->ended, 'crashes');
        if ($ours->ended !== '') return Judgement::failed("$title: $ours->ended", $tail, $crashed);
        if (preg_grep('~^  spins~', $ours->lines)) return Judgement::failed("$title: spins", $tail, false);
        if ($left = preg_grep('~^left open~', $ours->lines)) return Judgement::failed("$title: " . reset($left), $tail, false);
        foreach ($this->loop($ours) as $kind => $count) {
            if ($count <= ($this->clean[$program['name']]['loop'][$kind] ?? 0)) continue;
            return Judgement::failed("$title: left open: $kind", $tail, false);
        }
        $comparable = $program['compare'] && !$stock->is_broken() && $this->said($stock, '> disarm()') !== '= 0';
        $verdict = $comparable ? compare($stock, $ours) : new Verdict(null, []);
        if (in_array($verdict->difference?->code, [null, '> disarm()'], true)) return Judgement::passed($verdict->listed);
        return Judgement::failed("$title: {$verdict->difference->kind()}", $beside, false);
    }

    private function said(Outcome $outcome, string $line): string
    {
        $said = array_column(steps_of($outcome), 1, 0)[$line] ?? [];
        return end($said) ?: '';
    }

    /** @return array<string, int> what the event loop has open */
    private function loop(Outcome $outcome): array
    {
        preg_match_all('~^loop: (.*) (\d+)$~m', implode("\n", $outcome->lines), $m);
        return array_map('intval', array_combine($m[1], $m[2]));
    }
}
