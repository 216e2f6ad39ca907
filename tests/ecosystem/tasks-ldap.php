<?php
// extension: ldap
// needs: slapd
// only: uvstream
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/library_waits.php';

const ADMIN = 'cn=admin,dc=example';

/** A directory of 30 persons; its port. */
function directory(): int
{
    mkdir($data = temp_path('directory'));
    $port = service('slapd', function ($port) use ($data) {
        file_put_contents("$data.conf", implode("\n", ['include /etc/ldap/schema/core.schema', 'modulepath /usr/lib/ldap',
            'moduleload back_ldif', 'database ldif', 'suffix dc=example', 'rootdn ' . ADMIN, 'rootpw secret', "directory $data", '']));
        return ['slapd', '-d', '0', '-f', "$data.conf", '-h', "ldap://127.0.0.1:$port"];
    });
    $directory = connected($port);
    ldap_add($directory, 'dc=example', ['objectClass' => ['organization', 'dcObject'], 'o' => 'example', 'dc' => 'example']);
    for ($i = 0; $i < 30; $i++) {
        ldap_add($directory, "cn=person $i,dc=example", ['objectClass' => 'person', 'cn' => "person $i", 'sn' => "name $i"]);
    }
    return $port;
}

function connected(int $port, string $host = '127.0.0.1'): LDAP\Connection
{
    $directory = ldap_connect("ldap://$host:$port");
    ldap_set_option($directory, LDAP_OPT_PROTOCOL_VERSION, 3);
    @ldap_bind($directory, ADMIN, 'secret') || throw new RuntimeException(ldap_error($directory));
    return $directory;
}

function name_of(LDAP\Connection $directory, int $i): string|false
{
    $found = @ldap_search($directory, 'dc=example', "(cn=person $i)");
    return $found ? ldap_get_entries($directory, $found)[0]['sn'][0] : false;
}

scenario('calls that wait', fn () => library_waits(directory(), connected(...), name_of(...), fn ($i) => "name $i", ldap_unbind(...), 30));

scenario('searches of several connections at once, beside others of theirs', function () {
    $port = directory();
    [$one, $two] = [connected($port), connected($port)];
    $found = Uvstream\all([
        fn () => count(ldap_search([$two, $one], 'dc=example', '(cn=person 1)')),
        fn () => name_of($one, 2),
        fn () => count(ldap_search([$one, $two], 'dc=example', '(cn=person 3)')),
        fn () => name_of($two, 4),
    ]);
    return $found === [2, 'name 2', 2, 'name 4'];
});

scenario('each task is told how its own call has ended', function () {
    $directory = connected(directory());
    $codes = Uvstream\all(array_map(fn ($i) => function () use ($directory, $i) {
        @ldap_search($directory, $i % 2 ? 'dc=example' : 'dc=nowhere', '(cn=person 1)');
        return ldap_errno($directory);
    }, range(0, 19)));
    return $codes === array_map(fn ($i) => $i % 2 ? 0 : 32, range(0, 19)); // no such object
});

scenario('30 that begin at once', function () {
    $port = directory();
    $begin = fn (int $i) => fn () => name_of(connected($port, ['127.0.0.1', 'localhost'][$i % 2]), $i);
    $names = Uvstream\all(array_map($begin, range(0, 29)));
    return $names === array_map(fn ($i) => "name $i", range(0, 29));
});
