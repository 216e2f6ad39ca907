<?php
// library: amphp/process
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/amp.php';

use Amp\Process\Process;
use Amp\TimeoutCancellation;

use function Amp\async;
use function Amp\ByteStream\buffer;

function start(string $code, string ...$arguments): Process
{
    return Process::start(php_command('-r', $code, '--', ...$arguments));
}

scenario('output, errors and the exit code', function () {
    $process = start('echo "to stdout $argv[1]\n"; fwrite(STDERR, "to stderr\n"); exit(42);', "with 'quotes' and \$signs");
    $errors = async(fn () => buffer($process->getStderr()));
    echo buffer($process->getStdout()), $errors->await();
    var_dump($code = $process->join(), $process->isRunning());
    return $code === 42;
});

scenario('a conversation over stdin and stdout', function () {
    $process = start('while (($line = fgets(STDIN)) !== false) echo strrev(trim($line)) . "\n";');
    foreach (['hello', 'world', 'racecar'] as $word) {
        $process->getStdin()->write("$word\n");
        echo $process->getStdout()->read();
    }
    $process->getStdin()->end();
    var_dump($process->getStdout()->read());
    return $process->join() === 0;
});

scenario('5 MB through a child and back', function () {
    $process = start('while (($s = fread(STDIN, 8192)) !== "") echo strtoupper($s);');
    $data = bin2hex(payload(2_500_000));
    $writing = async(function () use ($process, $data) {
        $process->getStdin()->write($data);
        $process->getStdin()->end();
    });
    $got = buffer($process->getStdout());
    $writing->await();
    echo strlen($got), ' ', md5($got), "\n";
    return $process->join() === 0 && $got === strtoupper($data);
});

scenario('a large stdout and a large stderr at once', function () {
    $process = start('for ($i = 0; $i < 200; $i++) {
        echo str_repeat("o", 10000); fwrite(STDERR, str_repeat("e", 10000)); }');
    [$out, $error] = Amp\Future\await([
        async(fn () => buffer($process->getStdout())),
        async(fn () => buffer($process->getStderr())),
    ]);
    echo strlen($out), ' ', strlen($error), "\n";
    return $out === str_repeat('o', 2_000_000) && $error === str_repeat('e', 2_000_000) && $process->join() === 0;
});

scenario('a directory and an environment', function () {
    mkdir(temp_path('here'));
    $command = php_command('-r', 'echo basename(getcwd()), " ", getenv("GREETING"), " ", var_export(getenv("HOME"), true), "\n";');
    $process = Process::start($command, temp_path('here'), ['GREETING' => 'hello']);
    echo $got = buffer($process->getStdout());
    return $process->join() === 0 && str_starts_with($got, 'here hello ');
});

scenario('kill() ends a child that waits', function () {
    $process = start('echo "ready"; while (true) sleep(100);');
    echo $process->getStdout()->read(), "\n";
    $joining = async($process->join(...));
    $process->kill();
    var_dump($code = $joining->await(), $process->isRunning());
    return $code !== 0;
});

scenario('a signal that the child handles', function () {
    $process = start('pcntl_async_signals(true); pcntl_signal(SIGTERM, function () { echo "terminated\n"; exit(7); });
        echo "ready\n"; while (true) sleep(100);');
    echo $process->getStdout()->read();
    $process->signal(SIGTERM);
    echo buffer($process->getStdout());
    return $process->join() === 7;
});

scenario('join() with a time limit', function () {
    $process = start('fgets(STDIN); exit(3);');
    $failed = fails(fn () => $process->join(new TimeoutCancellation(0.01)));
    var_dump($process->isRunning());
    $process->getStdin()->write("go on\n");
    return $failed && $process->join() === 3;
});

scenario('a command that does not exist', function () {
    $process = Process::start('there-is-no-such-command');
    echo str_contains(buffer($process->getStderr()), 'not found') ? "not found\n" : "?\n";
    return $process->join() === 127;
});

scenario('40 children at once', function () {
    for ($i = 0; $i < 40; $i++) {
        $running[] = async(function () use ($i) {
            $process = start('echo fgets(STDIN), $argv[1]; exit((int) $argv[1]);', (string) $i);
            $process->getStdin()->write("number ");
            $process->getStdin()->end();
            return buffer($process->getStdout()) . ' ' . $process->join();
        });
    }
    $all = Amp\Future\await($running);
    ksort($all);
    echo implode(', ', $all), "\n";
    return $all === array_map(fn ($i) => "number $i $i", range(0, 39));
});
