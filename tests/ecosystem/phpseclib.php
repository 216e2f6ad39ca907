<?php
// library: phpseclib/phpseclib
// needs: openssh-server openssh-client
declare(strict_types=1);

use phpseclib3\Crypt\EC;
use phpseclib3\Crypt\PublicKeyLoader;
use phpseclib3\Net\SFTP;
use phpseclib3\Net\SSH2;

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/services.php';

/** A session on $port, logged in. */
function ssh(int $port, string $class = SSH2::class): SSH2
{
    $session = new $class('127.0.0.1', $port, 30);
    $session->login(user(), PublicKeyLoader::load(file_get_contents(temp_path('user_key'))))
        || throw new RuntimeException('the login failed');
    return $session;
}

function user(): string
{
    return posix_getpwuid(posix_getuid())['name'];
}

scenario('runs commands', function () {
    [$port] = ssh_server();
    $ssh = ssh($port);
    echo $ssh->exec('echo out; exit 3'), $ssh->getExitStatus(), "\n";
    $ssh->enableQuietMode();
    echo $ssh->exec('echo out; echo err >&2'), $ssh->getStdError();
    for ($i = 0; $i < 20; $i++) {
        $all[] = trim($ssh->exec("expr $i '*' $i"));
    }
    echo implode(' ', $all), "\n";
    return $ssh->isConnected() && $ssh->isAuthenticated();
});

scenario('a lot of output', function () {
    [$port] = ssh_server();
    $ssh = ssh($port);
    file_put_contents(temp_path('large'), payload(4 << 20));
    $hash = hash_init('sha256');
    $sum = 0;
    $ssh->exec('cat ' . temp_path('large'), function ($part) use ($hash, &$sum) {
        hash_update($hash, $part);
        $sum += strlen($part);
    });
    echo "$sum bytes\n";
    return holds('callback', hash_final($hash) === hash_file('sha256', temp_path('large')))
        && holds('returned', $ssh->exec('cat ' . temp_path('large')) === file_get_contents(temp_path('large')));
});

scenario('a shell', function () {
    [$port] = ssh_server();
    $ssh = ssh($port);
    $ssh->setTimeout(30);
    $ssh->enablePTY();
    $ssh->exec('PS1= exec sh');
    $ssh->write("stty -echo; echo rea''dy\n");
    $ssh->read('ready');
    for ($i = 0; $i < 10; $i++) {
        $ssh->write("echo line $i; echo en''d\n");
        $lines[] = trim(str_replace("\r", '', $ssh->read("end\r\n")));
    }
    echo preg_replace('/[^\w\n ]/', '', implode("\n", $lines)), "\n";
    $ssh->write("exit 0\n");
    $ssh->reset();
    return $ssh->exec('echo more') !== false;
});

scenario('a command that reads', function () {
    [$port] = ssh_server();
    $ssh = ssh($port);
    $ssh->setTimeout(30);
    $ssh->enablePTY();
    $ssh->exec('stty -echo -onlcr; echo go; while read line && [ "$line" != end ]; do echo "<$line>"; done; echo done');
    echo trim($ssh->read("go\n")), "\n";
    foreach (['one', 'two', str_repeat('x', 1000), 'end'] as $line) {
        $ssh->write("$line\n");
    }
    $all = $ssh->read('done');
    echo strlen($all), ' ', hash('crc32b', $all), "\n";
    return true;
});

scenario('a command that takes too long', function () {
    [$port] = ssh_server();
    $ssh = ssh($port);
    $ssh->setTimeout(30);
    $ssh->exec('echo begun; cat', function ($part) use ($ssh) {
        echo $part;
        $ssh->setTimeout(0.3);
    });
    echo json_encode($ssh->isTimeout()), "\n";
    $ssh->setTimeout(30);
    $ssh->reset();
    echo $ssh->exec('echo goes on');
    return $ssh->isConnected();
});

scenario('files by SFTP', function () {
    [$port] = ssh_server();
    $sftp = ssh($port, SFTP::class);
    $at = temp_path('sftp');
    $sftp->mkdir("$at/deep", -1, true);
    $sftp->chdir($at);
    $content = payload(6 << 20);
    file_put_contents(temp_path('local'), $content);
    $ok = holds('put', $sftp->put('from string', $content) && $sftp->put('from file', temp_path('local'), SFTP::SOURCE_LOCAL_FILE));
    $ok = holds('resumed', $sftp->put('from string', 'tail', SFTP::RESUME)) && $ok;
    $ok = holds('get', $sftp->get('from string') === $content . 'tail') && $ok;
    $ok = holds('into a file', $sftp->get('from file', temp_path('back')) && file_get_contents(temp_path('back')) === $content) && $ok;
    $ok = holds('a part', $sftp->get('from file', false, 1000, 70000) === substr($content, 1000, 70000)) && $ok;
    for ($i = 0; $i < 200; $i++) {
        $sftp->put(sprintf('deep/%03d', $i), "content $i");
    }
    $names = $sftp->nlist('deep');
    sort($names);
    echo count($names), ' ', $names[2], ' ', end($names), ' ', $sftp->filesize('deep/007'), "\n";
    echo json_encode([$sftp->get('none'), $sftp->rename('from file', 'deep/moved'), $sftp->file_exists('from file'),
        $sftp->chmod(0640, 'deep/moved'), decoct($sftp->fileperms('deep/moved') & 0777),
        $sftp->delete('deep', true), count($sftp->nlist('.', true))]), "\n";
    return $ok;
});

scenario('the wrong key, the wrong password', function () {
    [$port] = ssh_server();
    $ssh = new SSH2('127.0.0.1', $port, 30);
    echo outcome(fn () => $ssh->login(user(), EC::createKey('Ed25519'))), "\n";
    echo outcome(fn () => (new SSH2('127.0.0.1', $port, 30))->login(user(), 'not the password')), "\n";
    echo outcome(fn () => $ssh->exec('true')), "\n";
    return !$ssh->isAuthenticated();
});

scenario('the host key and the algorithms', function () {
    [$port] = ssh_server();
    $ssh = ssh($port);
    $known = implode(' ', array_slice(explode(' ', file_get_contents(temp_path('host_key.pub'))), 0, 2));
    $other = new SSH2('127.0.0.1', $port, 30);
    $other->setPreferredAlgorithms(['kex' => ['ecdh-sha2-nistp256'], 'client_to_server' => ['crypt' => ['aes128-ctr']],
        'server_to_client' => ['crypt' => ['aes256-gcm@openssh.com']]]);
    $other->login(user(), PublicKeyLoader::load(file_get_contents(temp_path('user_key'))));
    $used = $other->getAlgorithmsNegotiated();
    echo $used['kex'], ' ', $used['client_to_server']['crypt'], ' ', $used['server_to_client']['crypt'], ' ', $other->exec('echo works');
    return $ssh->getServerPublicHostKey() === $known;
});

scenario('nobody listens, or nobody answers', function () {
    [$listener, $port] = silent_listener();
    ini_set('default_socket_timeout', '1'); // phpseclib waits for the greeting twice, the second time by fgets
    echo outcome(fn () => (new SSH2('127.0.0.1', free_port(), 5))->login('nobody')), "\n";
    echo outcome(fn () => (new SSH2('127.0.0.1', $port, 0.3))->login('nobody')), "\n";
    fclose($listener);
    return true;
});

scenario('the server ends the connection', function () {
    [$port] = ssh_server();
    $ssh = ssh($port);
    $ssh->setTimeout(30);
    echo outcome(fn () => $ssh->exec('echo last words; kill -9 $PPID')), "\n";
    echo json_encode([$ssh->isConnected(), outcome(fn () => $ssh->exec('true'))]), "\n";
    return ssh($port)->exec('echo again') === "again\n";
});

scenario('several sessions at once', function () {
    [$port] = ssh_server();
    for ($i = 0; $i < 6; $i++) {
        $all[$i] = ssh($port, SFTP::class);
        $all[$i]->put(temp_path("file$i"), payload(100_000 + $i));
    }
    foreach ($all as $i => $sftp) {
        echo $sftp->filesize(temp_path("file$i")), ' ', trim($sftp->exec('wc -c < ' . temp_path("file$i"))), "\n";
    }
    return true;
});
