# awk -v rows=N -f sacct.awk: jobs of 300 accounts on 4 partitions in January 2025 as `sacct --parsable2`
# prints them, each line as long as real ones are.
function stamp(seconds) {
    return sprintf("2025-01-%02dT%02d:%02d:%02d", int(seconds / 86400) + 1, seconds % 86400 / 3600,
        seconds % 3600 / 60, seconds % 60)
}

BEGIN {
    print "JobID|JobIDRaw|Cluster|Partition|QOS|Account|Group|GID|User|UID|Submit|Eligible|Start|End|Elapsed|ExitCode|State|NNodes|NCPUS|ReqCPUS|ReqMem|ReqTRES|AllocTRES|Timelimit|NodeList|JobName"
    for (i = 1; i <= rows; i++) {
        start = i % 2419200
        long = 60 + i % 86340
        begun = stamp(start)
        cpus = 2 ^ (i % 8)
        printf "%d|%d|hpc|part%d|normal|lab%03d|grp|4711|user%04d|380693|%s|%s|%s|%s|%02d:%02d:%02d|0:0|COMPLETED|1|%d|%d|31000Mn|cpu=%d,node=1|billing=%d,cpu=%d,mem=31000M,node=1|1-00:00:00|cpn-f11-%02d|290d9b6f43193179d47f2f1cb082f821919af94f4e32d1795427a020c5839ba6\n",
            i, i, i % 4, i % 300, i % 2000, begun, begun, begun, stamp(start + long), long / 3600,
            long % 3600 / 60, long % 60, cpus, cpus, cpus, cpus, cpus, i % 99
    }
}
